import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { explanationsOf } from '../sheet/explanations';
import type { Scored } from '../scoring/score';
import { nameOf } from '../sheet/sheet';
import { frameworkUrl } from '../sheet/references';
import { Found, QueryContext } from './Found';
import { findRow } from './rows';
import { foundAreas, type FoundArea, type SheetColumn } from './sheet-columns';
import { Pair, placeOf, SheetService } from './SheetService';

/** The assessment whose scores and targets are marked. */
export interface Marked {
  readonly name: string;
  readonly scored: Scored;
}

export interface SheetProps {
  /** At least one. */
  readonly columns: readonly SheetColumn[];
  readonly marked?: Marked;
  /** The query, in the form of `queryOf`. */
  readonly query?: string;
  /** Whether the contents are expanded at first; true by default. */
  readonly contentsOpen?: boolean;
  /** Messages in the reader's language. */
  readonly t: Translate;
}

/** The whole sheet for reading: contents, method, services by area, explanations. Matches of the query are marked. */
export function SheetDocument({ columns, marked, query = '', contentsOpen = true, t }: SheetProps): JSX.Element {
  const areas = foundAreas(columns, query);
  const version = columns[0]?.sheet.version ?? '';
  return (
    <QueryContext.Provider value={query}>
      <Contents areas={areas} open={contentsOpen} t={t} />
      <div class="sheet-text">
        <h1>{t('view.sheet-title', { version })}</h1>
        {marked && <p class="state">{t('view.sheet-marked', { name: marked.name })}</p>}
        {!query && <MethodSteps columns={columns} t={t} />}
        {areas.length === 0 && <p class="nothing">{t('view.sheet-none')}</p>}
        {areas.map((found) => (
          <SheetArea found={found} columns={columns} marked={marked} t={t} />
        ))}
        {!query && <Explanations columns={columns} t={t} />}
      </div>
    </QueryContext.Provider>
  );
}

function Contents({ areas, open, t }: { areas: readonly FoundArea[]; open: boolean; t: Translate }): JSX.Element {
  return (
    <details class="contents" open={open}>
      <summary>{t('view.sheet-contents')}</summary>
      <nav aria-label={t('view.sheet-contents')}>
        <ol>
          {areas.map(({ areas: [area], services }) => (
            <li>
              {area && <a href={`#area-${area.id}`}>{nameOf(area)}</a>}
              <ol>
                {services.map(({ services: [service], finds }) => (
                  <li>
                    {service && <a href={`#${placeOf(service.id)}`}>{nameOf(service)}</a>}
                    {finds > 0 && <span class="count"> {finds}</span>}
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}

function MethodSteps({ columns, t }: Pick<SheetProps, 'columns' | 't'>): JSX.Element {
  return (
    <section class="sheet-method" aria-labelledby="method-title">
      <h2 id="method-title">{t('view.method')}</h2>
      <Pair columns={columns}>
        {({ sheet }) => (
          <ol>
            {sheet.method.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        )}
      </Pair>
    </section>
  );
}

function SheetArea({
  found,
  columns,
  marked,
  t,
}: { found: FoundArea } & Pick<SheetProps, 'columns' | 'marked' | 't'>): JSX.Element | null {
  const [[area], [first]] = [found.areas, columns];
  if (!area) return null;
  const id = `area-${area.id}`;
  const each = (content: (one: (typeof found.areas)[number]) => JSX.Element, inline = false): JSX.Element => (
    <Pair columns={columns} inline={inline}>
      {(_, index) => content(found.areas[index] ?? area)}
    </Pair>
  );
  return (
    <section class="sheet-area" aria-labelledby={`${id}-title`}>
      <div id={id} data-place>
        <h2 id={`${id}-title`}>
          {each(
            (one) => (
              <Found text={nameOf(one)} />
            ),
            true,
          )}
        </h2>
        {each((one) => (
          <p>
            <Found text={one.summary} />
          </p>
        ))}
      </div>
      {found.services.map(({ services }) => {
        const row = marked && services[0] && first && findRow(first.sheet, marked.scored, services[0].id);
        return <SheetService key={services[0]?.id} columns={columns} services={services} row={row} t={t} />;
      })}
    </section>
  );
}

/** Explanations of terms and cited functions, for print. */
function Explanations({ columns, t }: Pick<SheetProps, 'columns' | 't'>): JSX.Element {
  const [first] = columns;
  const functions = first ? explanationsOf(first.sheet).functions : [];
  return (
    <section class="sheet-explanations" aria-labelledby="terms-title">
      <h2 id="terms-title">{t('view.terms')}</h2>
      <Pair columns={columns}>
        {({ sheet }) => (
          <dl>
            {explanationsOf(sheet).terms.map(({ term, meaning }) => (
              <>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </>
            ))}
          </dl>
        )}
      </Pair>
      <h2>{t('view.sheet-functions')}</h2>
      <p>
        {t('view.sheet-references')} <a href={frameworkUrl}>{frameworkUrl}</a>
      </p>
      <ul class="functions">
        {functions.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </section>
  );
}
