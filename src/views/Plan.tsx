import { nameOf } from '../sheet/sheet';
import type { ComponentChildren, JSX } from 'preact';
import { AnsweredCriteria } from './AnsweredCriteria';
import { Description } from './Description';
import { improvementPlan, type ImprovementPlan, type PlannedService } from './improvement-plan';
import { climbText, wayText } from './plan-words';
import type { ViewProps } from './props';
import { Actions } from './Records';
import { stateText } from './rows';

type Props = Omit<ViewProps, 'on'>;

/**
 * The improvement plan as a picture: the shortest way to the target, then the gaps by weight with their next level and
 * actions.
 */
export function Plan(props: Props): JSX.Element {
  const { sheet, view, t } = props;
  const plan = improvementPlan(sheet, view);
  return (
    <section class="plan-view">
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

/** The state of the average, and the fewest levels that bring it to its target. */
export function Way({ view, t, on, plan: { way } }: Omit<ViewProps, 'sheet'> & { plan: ImprovementPlan }): JSX.Element {
  const text = wayText(view.scored.overall, way, t);
  if (!way) return <p class="way">{text}</p>;
  return (
    <div class="way">
      <h2>{t('view.plan-way')}</h2>
      <p>{text}</p>
      <ul class="steps">
        {way.steps.map(({ id, from, to, service, open }) => (
          <li>
            <Chosen select={on && (() => on.open(id))}>
              <span class="id">{id}</span> <span class="name">{service.title}</span>{' '}
              <span class="climb">{climbText({ id, from, to, open }, t)}</span>
            </Chosen>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Planned({ t, planned }: Props & { planned: PlannedService }): JSX.Element {
  const { service, scored, next, open, actions } = planned;
  return (
    <li class="planned" data-planned={service.id}>
      <h3>
        <span>{nameOf(service)}</span>
      </h3>
      <p class="state">{stateText(planned, t)}</p>
      {next && (
        <details class={`statement level-${next.number}`} open>
          <summary>
            {t('view.next', { level: next.number })} <span class="level-summary">{next.level.summary}</span>
          </summary>
          <Description text={next.level.description} t={t} />
        </details>
      )}
      {scored.criteria && <AnsweredCriteria criteria={open} states={scored.criteria} t={t} />}
      <Actions actions={actions} t={t} />
    </li>
  );
}

/** In a live view a button that selects, in a picture plain text. */
function Chosen({ select, children }: { select?: () => void; children: ComponentChildren }): JSX.Element {
  if (!select) return <span>{children}</span>;
  return (
    <button type="button" class="link chosen" onClick={select}>
      {children}
    </button>
  );
}
