/** The agreement of the assessors: services by the spread of their votes, and the votes of each. */
import type { JSX } from 'preact';
import type { Assessment } from '../../assessment/assessment';
import type { Translate } from '../../messages/messages';
import { agreementIn, bySpread, type AgreedService } from '../../scoring/consensus';
import { findService, levelNumbers, nameOf, type Sheet } from '../../sheet/sheet';

interface Props {
  readonly assessment: Assessment;
  readonly sheet: Sheet;
  readonly t: Translate;
  /** List every service with votes, not only the number by spread. */
  readonly full?: boolean;
}

/** The section; nothing where no service has votes of two assessors. */
export function AgreementSection({ assessment, sheet, t, full = false }: Props): JSX.Element | null {
  const services = agreementIn(sheet, assessment);
  if (services.length === 0) return null;
  const counts = bySpread(services);
  return (
    <section class="agreement">
      <h2>{t('view.agreement')}</h2>
      <p>{t('view.agreement-facts', { count: services.length, same: counts[0] ?? 0 })}</p>
      <table class="listing spreads">
        <tbody>
          {counts.map((count, spread) => (
            <tr>
              <th scope="row">{t('view.agreement-spread', { spread })}</th>
              <td class="figure">{count}</td>
              <td class="track">
                <meter class={`spread-${spread}`} min={0} max={services.length} value={count} aria-hidden="true" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {full && <Votes services={services} sheet={sheet} t={t} />}
    </section>
  );
}

/** One row per service, one column per level: the number of votes, with the agreed score marked. */
function Votes({ services, sheet, t }: Pick<Props, 'sheet' | 't'> & { readonly services: readonly AgreedService[] }) {
  return (
    <table class="listing votes">
      <caption>{t('view.agreement-legend')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.column.service')}</th>
          {levelNumbers.map((level) => (
            <th scope="col" class="figure">
              {level}
            </th>
          ))}
          <th scope="col" class="figure">
            {t('consensus.spread')}
          </th>
        </tr>
      </thead>
      <tbody>
        {services.map(({ id, votes, spread, score }) => (
          <tr>
            <th scope="row">{nameOf(findService(sheet, id) ?? { id, title: '' })}</th>
            {levelNumbers.map((level) => {
              const names = [...votes].filter(([, given]) => given === level).map(([name]) => name);
              return (
                <td class={`figure${score === level ? ' agreed' : ''}`} title={names.join(t('list.separator'))}>
                  {names.length || ''}
                  {score === level && <span class="mark"> ✓</span>}
                </td>
              );
            })}
            <td class="figure">{spread}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
