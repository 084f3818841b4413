/** External requirements in the panel: what they touch, and where the assessment stands. */
import type { JSX } from 'preact';
import { touching, type Source } from '../crosswalk/source';
import { standings, type Standing, type TouchedService } from '../crosswalk/standing';
import type { Translate } from '../messages/messages';
import { findService, nameOf } from '../sheet/sheet';
import type { ViewProps } from './props';
import { sourceFacts, strengthName, touchedScore } from './requirement-words';

interface Props extends ViewProps {
  readonly sources: readonly Source[];
}

/** Each source with its requirements: the services they touch, the weakest first; a click leads to the service. */
export function Requirements(props: Props): JSX.Element {
  const { sources, t } = props;
  return (
    <section class="requirements-view" aria-label={t('view.tab-requirements')}>
      <p class="advice">{t('view.requirements-orientation')}</p>
      {sources.map((source, index) => (
        <details class="source" open={index === 0}>
          <summary>
            <h2>{source.title}</h2>
          </summary>
          <p class="source-facts">{sourceFacts(source, t, String).join(t('view.separator'))}</p>
          <ul class="requirements">
            {standings(source, props.view.scored).map((standing) => (
              <RequirementItem {...props} standing={standing} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function RequirementItem(props: Props & { readonly standing: Standing }): JSX.Element {
  const { standing, t } = props;
  const { requirement, weakest, services } = standing;
  const applies = requirement.date && t('crosswalk.applies', { date: requirement.date });
  return (
    <li class="requirement" data-requirement={requirement.id}>
      <p>
        <strong class="id">{requirement.id}</strong> {requirement.subject} {applies && <em>{applies}</em>}
      </p>
      <p class="standing">
        {weakest === null ? t('crosswalk.not-assessed') : t('crosswalk.weakest', { score: weakest })}
      </p>
      <ul class="touched">
        {services.map((touched) => (
          <Touched {...props} touched={touched} />
        ))}
      </ul>
    </li>
  );
}

/** A service that is touched: its score, how strongly, and what the file records of it. */
function Touched({ touched, sheet, view, t, on }: Props & { readonly touched: TouchedService }): JSX.Element {
  const { mapping } = touched;
  const service = findService(sheet, mapping.service);
  const { evidence = [], plan = [] } = view.details[mapping.service] ?? {};
  const open = plan.filter(({ done }) => !done).length;
  const facts = [
    touchedScore(touched, t),
    strengthName(mapping, t),
    ...(mapping.criteria.length ? [mapping.criteria.join(t('view.list-separator'))] : []),
    ...(evidence.length ? [t('view.requirements-evidence', { count: evidence.length })] : []),
    ...(open ? [t('view.requirements-actions', { count: open })] : []),
  ];
  const name = service ? nameOf(service) : mapping.service;
  return (
    <li title={mapping.reason}>
      {on && service ? (
        <button type="button" class="link" onClick={() => on.open(mapping.service)}>
          {name}
        </button>
      ) : (
        name
      )}
      {t('view.separator')}
      {facts.join(t('view.separator'))}
    </li>
  );
}

interface TouchedByProps {
  readonly service: string;
  readonly sources?: readonly Source[];
  readonly t: Translate;
}

/** The requirements that touch a service; nothing where there are none. */
export function TouchedBy({ service, sources = [], t }: TouchedByProps): JSX.Element | null {
  const found = sources.flatMap((source) => {
    const touched = touching([source], service);
    return touched.length ? [{ source, touched }] : [];
  });
  if (found.length === 0) return null;
  return (
    <section class="touched-by">
      <h3>{t('view.requirements-touching')}</h3>
      <ul>
        {found.map(({ source, touched }) => (
          <li>
            {source.title}
            {t('view.term-separator')}
            {touched.map(({ requirement, mapping }, index) => (
              <>
                {index > 0 && t('view.list-separator')}
                <span title={`${requirement.subject} ${mapping.reason}`}>{requirement.id}</span>
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
