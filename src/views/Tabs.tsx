import type { JSX, TargetedKeyboardEvent } from 'preact';
import type { Translate } from '../messages/messages';
import { tabs, type Callbacks, type Tab } from './props';

interface Props {
  readonly tab: Tab;
  readonly t: Translate;
  readonly on: Callbacks;
}

const names = {
  grid: 'view.tab-grid',
  plan: 'view.tab-plan',
  trend: 'view.tab-trend',
  requirements: 'view.tab-requirements',
  overview: 'view.tab-overview',
} as const;

/** The tabs of the panel: one tab stop; arrow keys move and choose, as usual for tabs. */
export function Tabs({ tab, t, on }: Props): JSX.Element {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = step && tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    const list = event.currentTarget;
    on.tab(next);
    list.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t('view.tabs')} onKeyDown={onKeyDown}>
      {tabs.map((id) => (
        <button
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={tab === id}
          aria-controls="tab-panel"
          tabIndex={tab === id ? 0 : -1}
          onClick={() => on.tab(id)}
        >
          <Name id={id} t={t} />
        </button>
      ))}
    </div>
  );
}

/** Signs for the names of tabs that are too long for a narrow panel. */
const signs: Partial<Record<Tab, string>> = { requirements: '§', overview: 'Σ' };

/** The name of a tab, or its sign where there is little room, with the full name for screen readers. */
function Name({ id, t }: { id: Tab; t: Translate }): JSX.Element {
  const [name, sign] = [t(names[id]), signs[id]];
  if (!sign) return <>{name}</>;
  return (
    <>
      <span class={`sign for-${id}`} aria-hidden="true" title={name}>
        {sign}
      </span>
      <span class="name">{name}</span>
    </>
  );
}
