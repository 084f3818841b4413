/** The rows of the view "Assessments", sorted and filtered. */
import * as vscode from 'vscode';
import { groupIndividuals, type Grouped } from '../../assessment/individual';
import { label } from '../../language/interface-text';
import { yieldToHostFirst } from '../../language/yield-to-host';
import type { Label } from '../../messages/safe-text';
import { choose, type Item } from '../core/ask';
import { withProgress } from '../core/notify';
import {
  figuresIn,
  filterRows,
  filters,
  isBelowTarget,
  repeatedNames,
  rowName,
  sorts,
  sortRows,
  standingOf,
  type Filter,
  type Sort,
  type Standing,
} from '../../report/document/overview';
import { rowDescription, rowLabel, rowLines } from '../../report/document/overview-text';
import { today, type Analyses } from '../core/analyses';
import type { SideBar } from '../core/side-bar';
import type { AssessmentIndex } from './assessment-index';
import type { IndexedFile } from './indexed-file';
import { viewId } from './view-id';

const icons: Record<Standing, vscode.ThemeIcon> = {
  unreadable: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  unjudged: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  unscored: new vscode.ThemeIcon('circle-large-outline'),
  individual: new vscode.ThemeIcon('person'),
  below: new vscode.ThemeIcon('arrow-circle-down', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  reached: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
};

/** A choice between a few kinds that is stored for the workspace; invalid stored values count as the first kind. */
class Choice<T extends string> {
  constructor(
    private readonly memory: vscode.Memento,
    private readonly key: string,
    readonly kinds: readonly [T, ...T[]],
  ) {}

  get value(): T {
    return this.known(this.memory.get(this.key)) ?? this.kinds[0];
  }

  get isDefault(): boolean {
    return this.value === this.kinds[0];
  }

  known(kind: unknown): T | undefined {
    return this.kinds.find((candidate) => candidate === kind);
  }

  async set(kind: T): Promise<void> {
    await this.memory.update(this.key, kind);
  }
}

export class AssessmentRows implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private readonly sort: Choice<Sort>;
  private readonly filter: Choice<Filter>;
  private repeated: ReadonlySet<string> = new Set();
  private groups: Grouped<IndexedFile> | undefined;
  private items: ReadonlyMap<IndexedFile, vscode.TreeItem> = new Map();
  private individuals: ReadonlyMap<IndexedFile, readonly IndexedFile[]> = new Map();

  constructor(
    private readonly view: vscode.TreeView<IndexedFile>,
    /** Refreshes the rows. */
    private readonly changed: () => void,
    private readonly analyses: Analyses,
    private readonly index: AssessmentIndex,
    private readonly sideBar: SideBar,
    memory: vscode.Memento,
  ) {
    this.sort = new Choice(memory, `${viewId}.sort`, sorts);
    this.filter = new Choice(memory, `${viewId}.filter`, filters);
    this.subscription = vscode.Disposable.from(
      index.onDidChange(() => this.refresh()),
      sideBar.onDidChange(changed),
    );
  }

  private refresh(): void {
    this.groups = undefined;
    // VS Code acts on the first change at once, and on those that follow it after 200 milliseconds.
    this.changed();
    this.describe();
  }

  /** The files to show, in order; resolves when the first ones have been read. */
  async list(): Promise<IndexedFile[]> {
    await this.firstRows();
    await yieldToHostFirst();
    const { assessments, individuals, astray } = this.grouped();
    const rows = filterRows(assessments, this.filter.value, today());
    await yieldToHostFirst();
    const sorted = [...this.sorted(rows), ...this.sorted(astray)];
    await yieldToHostFirst();
    this.individuals = individuals;
    this.repeated = repeatedNames(sorted);
    await this.prepare(sorted);
    return sorted;
  }

  /** Makes the items beforehand: VS Code asks for all of them at one stretch, which are thousands. */
  private async prepare(rows: readonly IndexedFile[]): Promise<void> {
    const items = new Map<IndexedFile, vscode.TreeItem>();
    for (const row of rows) {
      await yieldToHostFirst();
      items.set(row, this.newItem(row));
    }
    this.items = items;
  }

  /** The individual scorings of an assessment, in order. */
  listOf(file: IndexedFile): IndexedFile[] {
    return this.sorted(this.individuals.get(file) ?? []);
  }

  private sorted(rows: readonly IndexedFile[]): IndexedFile[] {
    return sortRows(rows, this.sort.value, this.analyses.words.t.language);
  }

  /** Grouped once for each change of the index. */
  private grouped(): Grouped<IndexedFile> {
    return (this.groups ??= groupIndividuals(this.index.files, ({ address, belongsTo }) => {
      return { place: address, belongsTo };
    }));
  }

  itemOf(file: IndexedFile): vscode.TreeItem {
    return this.items.get(file) ?? this.newItem(file);
  }

  private newItem(file: IndexedFile): vscode.TreeItem {
    const { t } = this.analyses.words;
    const name = rowName(file);
    const individuals = this.individuals.get(file);
    const figures = rowDescription(file, today(), t, { withPath: this.repeated.has(name), individuals });
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(rowLabel(file, figures, this.sideBar.width), individuals ? Collapsed : None);
    item.id = file.uri.toString();
    item.description = figures;
    item.iconPath = icons[standingOf(file)];
    item.contextValue = figuresIn(file) ? 'assessment' : 'unreadable';
    item.command = { command: 'vscode.open', title: '', arguments: [file.uri] };
    item.accessibilityInformation = { label: rowLines(file, today(), t, individuals).join(t('list.separator')) };
    return item;
  }

  /** The tooltip of a row. */
  tooltipOf(file: IndexedFile): string {
    return rowLines(file, today(), this.analyses.words.t, this.individuals.get(file)).join('\n');
  }

  /** Reads all files again. */
  readAgain(): Promise<void> {
    return this.load(() => this.index.readAll());
  }

  /** Resolves when the first files, or all of them, have been read. */
  private async firstRows(): Promise<void> {
    if (this.index.files.length > 0) return;
    const rows = new Promise<void>((resolve) => {
      const subscription = this.index.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
    await Promise.race([rows, this.load(() => this.index.start())]);
  }

  private async load(reading: () => Promise<void>): Promise<void> {
    await withProgress({ viewId }, undefined, reading);
    this.describe();
  }

  /** Updates the view's badge, description and progress. */
  private describe(): void {
    const { t } = this.analyses.words;
    const { files, progress } = this.index;
    const { assessments } = this.grouped();
    const below = assessments.filter(isBelowTarget).length;
    const shown = filterRows(assessments, this.filter.value, today()).length;
    const sort = this.sort.isDefault ? '' : t(`overview.sort.${this.sort.value}`);
    const filter = this.filter.isDefault ? '' : t(`overview.filter.${this.filter.value}`);
    this.view.badge = below ? { value: below, tooltip: t('overview.badge', { count: below }) } : undefined;
    this.view.description = [filter, sort].filter(Boolean).join(t('overview.separator'));
    const noneShown = files.length && !shown ? t('overview.none-shown', { filter }) : undefined;
    this.view.message = progress ? t('overview.reading', progress) : noneShown;
    void vscode.commands.executeCommand('setContext', `${viewId}.found`, files.length > 0);
  }

  /** Sorts by a kind, or asks the user for one. */
  async chooseSort(kind: unknown): Promise<void> {
    const { t } = this.analyses.words;
    const chosen =
      this.sort.known(kind) ??
      (await this.pick(t('overview.sort'), this.sort, (sort) => ({ label: t(`overview.sort.${sort}`) })));
    if (chosen) await this.sort.set(chosen);
    this.refresh();
  }

  /** Filters by a kind, or asks the user for one. */
  async chooseFilter(kind: unknown): Promise<void> {
    const { t } = this.analyses.words;
    const { assessments } = this.grouped();
    const count = (filter: Filter) => filterRows(assessments, filter, today()).length;
    const itemOf = (filter: Filter) => ({
      label: t(`overview.filter.${filter}`),
      description: label(String(count(filter))),
      detail: t(`overview.filter-detail.${filter}`),
    });
    const chosen = this.filter.known(kind) ?? (await this.pick(t('overview.filter'), this.filter, itemOf));
    if (chosen) await this.filter.set(chosen);
    this.refresh();
  }

  /** Asks for one of the kinds, with the present one marked. */
  private async pick<T extends string>(
    title: Label,
    choice: Choice<T>,
    itemOf: (kind: T) => Item,
  ): Promise<T | undefined> {
    const icon = (kind: T) => new vscode.ThemeIcon(kind === choice.value ? 'check' : 'blank');
    const items = choice.kinds.map((kind) => ({
      ...itemOf(kind),
      iconPath: icon(kind),
      kind: vscode.QuickPickItemKind.Default,
      value: kind,
    }));
    return (await choose(items, { title, matchOnDetail: true }))?.value;
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
