/** External requirements in the panel: what they touch, and the standing of the assessment. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { touching, type Requirement, type Source } from '../crosswalk/source';
import { standings, type Standing, type TouchedService } from '../crosswalk/standing';
import type { Translate } from '../messages/messages';
import { findService, nameOf } from '../sheet/sheet';
import type { ViewProps } from './props';
import { sourceFacts, standingWords, touchedFacts } from './requirement-words';

interface Props extends ViewProps {
  readonly sources: readonly Source[];
}

/** One source with its requirements and the services they touch, weakest first; a click opens the service. */
export function Requirements(props: Props): JSX.Element {
  const { sources, t } = props;
  const [chosen, choose] = useState('');
  const source = sources.find(({ id }) => id === chosen) ?? sources[0];
  return (
    <section class="requirements-view" aria-label={t('view.tab-requirements')}>
      {sources.length > 1 && (
        <label class="source-choice">
          {t('crosswalk.column.source')}
          <select onChange={(event) => choose(event.currentTarget.value)}>
            {sources.map(({ id, title }) => (
              <option value={id} selected={id === source?.id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="advice">{t('view.requirements-orientation')}</p>
      {source && <SourceRequirements {...props} source={source} />}
      <p class="advice">{t('view.requirements-strength')}</p>
    </section>
  );
}

function SourceRequirements(props: Props & { readonly source: Source }): JSX.Element {
  const { source, view, t } = props;
  return (
    <>
      <h2>{source.title}</h2>
      <p class="source-facts">
        {sourceFacts(source, t, String).join(t('view.separator'))}
        {source.url && (
          <>
            {t('view.separator')}
            <a href={source.url}>{source.url}</a>
          </>
        )}
      </p>
      <ul class="requirements">
        {standings(source, view.scored).map((standing) => (
          <RequirementItem {...props} standing={standing} />
        ))}
      </ul>
    </>
  );
}

function RequirementItem(props: Props & { readonly standing: Standing }): JSX.Element {
  const { standing, t } = props;
  const { requirement, services } = standing;
  const applies = requirement.date && t('crosswalk.applies', { date: requirement.date });
  return (
    <li class="requirement" data-requirement={requirement.id}>
      <p>
        <RequirementId requirement={requirement} /> {requirement.subject} {applies && <em>{applies}</em>}
      </p>
      <p class="standing">{standingWords(standing, t)}</p>
      <ul class="touched">
        {services.map((touched) => (
          <Touched {...props} touched={touched} />
        ))}
      </ul>
    </li>
  );
}

/** The id of a requirement, as a link to its text where the address is known. */
function RequirementId({ requirement: { id, url } }: { readonly requirement: Requirement }): JSX.Element {
  return <strong class="id">{url ? <a href={url}>{id}</a> : id}</strong>;
}

/** A touched service: its score, the relationship, what the file records of it, and the reason. */
function Touched({ touched, sheet, view, t, on }: Props & { readonly touched: TouchedService }): JSX.Element {
  const { mapping } = touched;
  const service = findService(sheet, mapping.service);
  const name = service ? nameOf(service) : mapping.service;
  return (
    <li>
      {on && service ? (
        <button type="button" class="link" onClick={() => on.open(mapping.service)}>
          {name}
        </button>
      ) : (
        name
      )}
      <p>{touchedFacts(touched, view.details[mapping.service], t).join(t('view.separator'))}</p>
      {mapping.reason && <p class="why">{mapping.reason}</p>}
    </li>
  );
}

interface TouchedByProps {
  readonly service: string;
  readonly sources?: readonly Source[];
  readonly t: Translate;
}

/** The requirements that touch a service, with their strength; nothing where there are none. */
export function TouchedBy({ service, sources = [], t }: TouchedByProps): JSX.Element | null {
  const found = sources.flatMap((source) => {
    const touched = touching([source], service);
    return touched.length ? [{ source, touched }] : [];
  });
  if (found.length === 0) return null;
  return (
    <section class="touched-by">
      <h3>{t('crosswalk.touching')}</h3>
      <ul>
        {found.map(({ source: { title, date }, touched }) => (
          <li>
            {date ? t('crosswalk.dated', { title, date }) : title}
            {t('view.term-separator')}
            {touched.map(({ requirement, mapping }, index) => (
              <>
                {index > 0 && t('view.list-separator')}
                <span title={`${requirement.subject} ${mapping.reason}`}>
                  {t('crosswalk.touch', { id: requirement.id, strength: mapping.strength })}
                </span>
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
