import type { ComponentChildren, JSX } from 'preact';
import type { MessageKey, Translate } from '../../messages/messages';

/** A column of a table in a report. */
export interface Column {
  readonly key: MessageKey;
  /** Figures are aligned to the right; days do not wrap; a name is the heading of its row. */
  readonly kind?: 'figure' | 'day' | 'name';
}

interface Props {
  readonly columns: readonly Column[];
  /** The content of the cells, in column order. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly t: Translate;
}

/** A table whose cells include their headings: where it is too narrow for columns, the cells of a row become lines. */
export function ReportTable({ columns, rows, t }: Props): JSX.Element {
  return (
    <table class="listing">
      <thead>
        <tr>
          {columns.map(({ key, kind }) => (
            <th scope="col" class={classOf(kind)}>
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr>
            {columns.map(({ key, kind }, index) =>
              kind === 'name' ? (
                <th scope="row">{cells[index]}</th>
              ) : (
                <td class={classOf(kind)} data-label={t(key)}>
                  {cells[index]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf(kind: Column['kind']): string | undefined {
  return kind === 'name' ? undefined : kind;
}
