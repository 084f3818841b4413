import { nameOf } from '../sheet/sheet';
import type { ComponentChildren, JSX } from 'preact';
import { Description } from './Description';
import { improvementPlan, type ImprovementPlan, type PlannedService } from './improvement-plan';
import { wayText } from './plan-words';
import type { ViewProps } from './props';
import { Actions } from './Records';
import { stateText } from './rows';

interface Props extends ViewProps {
  /** The service whose details show. */
  readonly selected?: string;
  readonly readOnly?: boolean;
}

/** The improvement plan: the shortest way to the target, then the gaps by weight with their next level and actions. */
export function Plan(props: Props): JSX.Element {
  const { sheet, view, t, on } = props;
  const plan = improvementPlan(sheet, view);
  return (
    <section class="plan-view" aria-label={on && t('view.plan-title')}>
      <Way {...props} plan={plan} />
      {plan.unscored > 0 && <p class="advice">{t('view.plan-unscored', { count: plan.unscored })}</p>}
      {plan.gaps.length > 0 && (
        <>
          <h2>{t('view.plan-gaps')}</h2>
          <ol class="gaps">
            {plan.gaps.map((planned) => (
              <Planned {...props} planned={planned} />
            ))}
          </ol>
        </>
      )}
      {plan.others.length > 0 && (
        <>
          <h2>{t('view.plan-others')}</h2>
          <ul class="gaps">
            {plan.others.map((planned) => (
              <Planned {...props} planned={planned} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Where the average stands, and the fewest levels that bring it to its target. */
function Way({ view, t, on, plan: { way } }: Props & { plan: ImprovementPlan }): JSX.Element {
  const text = wayText(view.scored.overall, way, t);
  if (!way) return <p class="way">{text}</p>;
  return (
    <div class="way">
      <h2>{t('view.plan-way')}</h2>
      <p>{text}</p>
      <ul class="steps">
        {way.steps.map(({ id, from, to, service }) => (
          <li>
            <Chosen select={on && (() => on.select({ service: id, column: to + 1 }))}>
              <span class="id">{id}</span> <span class="name">{service.title}</span>{' '}
              <span class="climb">{t('view.plan-climb', { from, to })}</span>
            </Chosen>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Planned({ t, on, selected, readOnly = false, planned }: Props & { planned: PlannedService }): JSX.Element {
  const { service, next, actions } = planned;
  return (
    <li class={`planned${selected === service.id ? ' selected' : ''}`} data-planned={service.id}>
      <h3>
        <Chosen select={on && (() => on.select({ service: service.id, column: 0 }))}>{nameOf(service)}</Chosen>
      </h3>
      <p class="state">{stateText(planned, t)}</p>
      {next && (
        <details class={`statement level-${next.number}`} open={!on}>
          <summary>
            {t('view.next', { level: next.number })} <span class="level-summary">{next.level.summary}</span>
          </summary>
          <Description text={next.level.description} t={t} />
        </details>
      )}
      <Actions actions={actions} t={t} />
      {on && !readOnly && (
        <p>
          <button type="button" class="link" onClick={() => on.plan(service.id)}>
            {t('view.plan-add')}
          </button>
        </p>
      )}
    </li>
  );
}

/** In a live view a button that selects, in a picture the text alone. */
function Chosen({ select, children }: { select?: () => void; children: ComponentChildren }): JSX.Element {
  if (!select) return <span>{children}</span>;
  return (
    <button type="button" class="link chosen" onClick={select}>
      {children}
    </button>
  );
}
