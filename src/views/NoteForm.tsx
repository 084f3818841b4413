import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../messages/messages';
import { takeBack } from './Field';
import type { ServiceDetails } from './model';
import { Note } from './Records';

interface Props {
  readonly details: ServiceDetails | undefined;
  readonly t: Translate;
  readonly commit: (text: string) => void;
}

/** The rendered note, which becomes its source text for editing. */
export function NoteForm({ details, t, commit }: Props): JSX.Element {
  const { note = '', noteHtml } = details ?? {};
  const [draft, setDraft] = useState<string>();
  const finish = (text: string): void => {
    setDraft(undefined);
    if (text.trimEnd() !== note.trimEnd()) commit(text.replaceAll('\r\n', '\n'));
  };
  return (
    <section aria-label={t('view.note')}>
      <h3>{t('view.note')}</h3>
      {draft === undefined && noteHtml && <Note html={noteHtml} />}
      {draft === undefined ? (
        <button type="button" class="link note-edit" onClick={() => setDraft(note)}>
          {t(note ? 'view.note-edit' : 'view.note-add')}
        </button>
      ) : (
        <textarea
          class="field note-text"
          aria-label={t('view.note')}
          rows={Math.min(12, Math.max(4, draft.split('\n').length + 1))}
          value={draft}
          ref={(area) => area?.focus()}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onBlur={(event) => finish(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(event.currentTarget.value);
            takeBack(event, draft, () => setDraft(undefined));
          }}
        />
      )}
    </section>
  );
}
