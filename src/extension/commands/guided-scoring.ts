/** "Score Step by Step in a List": native steps through the services, each answer written at once. */
import * as vscode from 'vscode';
import type { Intent } from '../../assessment/edit/edit';
import { isScorable } from '../../assessment/scorable';
import type { LevelNumber } from '../../sheet/sheet';
import { label } from '../../language/interface-text';
import { neighbour, openServices, progressOf, startingStep, stepAfter } from '../../language/guided-scoring';
import { formatMean } from '../../scoring/score';
import { coverageText, findRow, type Row } from '../../views/rows';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import { done } from '../core/done';
import type { EditQueue } from '../core/edit-queue';
import { askReason, askToInclude, losesReason } from './exclusion-reason';
import { newList, type List } from '../core/ask';
import { back, InputSteps, type Back } from '../core/input-steps';
import { rangeOf } from '../core/ranges';
import { noLevelRow, startingLevel, stepRows, type StepChoice, type StepRow } from './step-rows';
import type { StoppedSteps } from './stopped-steps';
import { inform, warnOf } from '../core/notify';
import { documentMeant } from './meant-assessment';

export interface GuidedScoringHost {
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly edits: EditQueue;
  readonly stopped: StoppedSteps;
}

/** Guides through the services of the assessment with the given address, or else of the active one. */
export async function scoreInList(host: GuidedScoringHost, given?: unknown): Promise<void> {
  const document = await documentMeant(host, given);
  if (document) await new GuidedScoring(host, document).run();
}

class GuidedScoring {
  private readonly steps = new InputSteps();
  private readonly visited: string[] = [];
  /** The level to which the cursor was moved, whose full text is shown. */
  private reading: LevelNumber | undefined;

  constructor(
    private readonly host: GuidedScoringHost,
    private document: vscode.TextDocument,
  ) {}

  async run(): Promise<void> {
    try {
      if (!vscode.window.visibleTextEditors.some(({ document }) => document === this.document))
        await vscode.window.showTextDocument(this.document, { preview: false });
      let id = startingStep(this.scored, this.host.stopped.get(this.document.uri));
      while (id !== undefined) {
        const next: string | undefined | 'given-up' = await this.step(id);
        if (next === 'given-up') return this.host.stopped.set(this.document.uri, id);
        id = next;
      }
      this.host.stopped.set(this.document.uri, undefined);
    } finally {
      this.steps.dispose();
    }
    // Not awaited: nothing depends on the answer to the closing message.
    void this.conclude();
  }

  private get scored() {
    return this.host.analyses.of(this.document).scored;
  }

  /** Asks for one service; resolves to the id of the next, or `undefined` at the end. */
  private async step(id: string): Promise<string | undefined | 'given-up'> {
    this.reveal(id);
    const answer = await this.ask(id);
    if (answer === undefined || !(await this.reopen())) return 'given-up';
    if (answer === back) return this.previous(id) ?? id;
    const before = this.row(id)?.scored;
    if ((await this.take(id, answer)) === 'stay' || !before) return id;
    this.visited.push(id);
    return stepAfter(this.scored, before);
  }

  private async take(id: string, choice: StepChoice): Promise<'done' | 'stay'> {
    if (choice === 'skip') return 'done';
    if (choice === 'include') return (await this.keepsReason(id)) ? 'stay' : this.include(id);
    return choice === 'exclude' ? this.exclude(id) : this.score(id, choice);
  }

  /** The step from which the user came, or else the service before. */
  private previous(id: string): string | undefined {
    return this.visited.pop() ?? neighbour(this.scored, id, -1);
  }

  private ask(id: string): Promise<StepChoice | Back | undefined> {
    const { t } = this.host.analyses.words;
    const pick = newList<StepRow>();
    pick.title = t('guided.title', {
      ...progressOf(this.scored, id),
      id: label(id),
      title: label(this.row(id)?.service.title ?? ''),
    });
    pick.placeholder = t('guided.placeholder');
    this.start(pick, id);
    return this.steps.show<StepChoice>(
      pick,
      this.visited.length > 0 || neighbour(this.scored, id, -1) !== undefined,
      (settle) => this.listen(pick, id, settle),
    );
  }

  /** Accepts answers by cursor and by key; shows the full text of the level at which the cursor rests. */
  private listen(pick: List<StepRow>, id: string, settle: (choice: StepChoice) => void): vscode.Disposable[] {
    const choose = (row: StepRow | undefined): void => {
      if (row?.choice) settle(row.choice);
    };
    const first = pick.activeItems[0]?.level;
    let rest: ReturnType<typeof setTimeout> | undefined;
    return [
      { dispose: () => clearTimeout(rest) },
      pick.onDidAccept(() => choose(pick.activeItems[0])),
      pick.onDidChangeActive(([row]) => {
        clearTimeout(rest);
        const level = row?.level;
        if (level !== undefined && level !== (this.reading ?? first))
          rest = setTimeout(() => this.fill(pick, id, level), pause);
      }),
      pick.onDidChangeValue((value) => {
        const typed = value.normalize('NFKC').toLowerCase();
        const row = pick.items.find((item) => isMeant(item, typed));
        if (row) choose(row);
        else if (/^\d$/.test(typed)) this.refuse(pick, id, Number(typed));
      }),
      // Saving fires an event without changes, which must not move the cursor from the level that Enter is about to
      // choose.
      vscode.workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) =>
          document === this.document && contentChanges.length > 0 && this.start(pick, id),
      ),
    ];
  }

  /**
   * Shows the step with the file's present state and the cursor on the score; again when the file is edited meanwhile.
   */
  private start(pick: List<StepRow>, id: string): void {
    const row = this.row(id);
    // A file that cannot be read at present keeps its last rows.
    if (row && isScorable(this.host.analyses.of(this.document).assessment)) this.fill(pick, id, undefined);
  }

  /** Fills in the rows, with the cursor on the level being read, or at the start. */
  private fill(pick: List<StepRow>, id: string, reading: LevelNumber | undefined): void {
    const row = this.row(id);
    if (!row) return;
    this.reading = reading;
    const rows = stepRows(row, reading, this.host.analyses.words.t);
    pick.items = rows;
    pick.activeItems = rows.filter(({ level }) => level === (reading ?? startingLevel(row)));
  }

  /** Shows that a level does not exist, above the existing ones: as a filter the digit would hide all rows. */
  private refuse(pick: List<StepRow>, id: string, level: number): void {
    const row = this.row(id);
    if (!row) return;
    const notice = noLevelRow(row, level, this.host.analyses.words.t);
    pick.value = '';
    pick.items = [notice, ...stepRows(row, this.reading, this.host.analyses.words.t)];
    // A screen reader reads the row with the cursor.
    pick.activeItems = [notice];
  }

  /** Writes a score; asks first where that would lose the reason of an exclusion. */
  private async score(id: string, { score }: Extract<StepChoice, object>): Promise<'done' | 'stay'> {
    return (await this.keepsReason(id)) ? 'stay' : this.write({ kind: 'score', service: id, score });
  }

  /** Ends the exclusion of the service, which is still to be scored. */
  private async include(id: string): Promise<'stay'> {
    await this.write({ kind: 'include', service: id });
    return 'stay';
  }

  /** Asks where the reason of an exclusion would be lost; cancelling goes one step back. */
  private async keepsReason(id: string): Promise<boolean> {
    const row = this.row(id);
    if (!row || !losesReason(row)) return false;
    return (await askToInclude(this.steps, row, this.host.analyses.words.t, true)) !== 'include';
  }

  private async exclude(id: string): Promise<'done' | 'stay'> {
    const row = this.row(id);
    const reason = row && (await askReason(this.steps, row, this.host.analyses.words.t));
    return typeof reason === 'string' ? this.write({ kind: 'exclude', service: id, reason }) : 'stay';
  }

  private async write(intent: Intent): Promise<'done' | 'stay'> {
    const refused = await this.host.edits.apply(this.document.uri, intent);
    if (!refused) return 'done';
    warnOf(refused, this.host.analyses.words.t);
    return 'stay';
  }

  private row(id: string): Row | undefined {
    return findRow(this.host.analyses.wordsOf(this.document).sheet, this.scored, id);
  }

  /** Reopens a file that was closed meanwhile; one that was never saved is lost with its editor. */
  private async reopen(): Promise<boolean> {
    if (!this.document.isClosed) return true;
    if (this.document.isUntitled) return false;
    this.document = await vscode.workspace.openTextDocument(this.document.uri);
    return true;
  }

  /** Moves the cursor of the file, which the row of the grid follows. */
  private reveal(id: string): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === this.document);
    const entry = this.host.analyses.of(this.document).assessment.services.get(id);
    if (!editor || !entry) return;
    const { start } = rangeOf(this.document, entry.key);
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private async conclude(): Promise<void> {
    const { t } = this.host.analyses.words;
    const { overall } = this.scored;
    const open = openServices(this.scored).length;
    if (open === 0) done('score');
    const total = overall.applicable + overall.excluded;
    const values = {
      total,
      open,
      mean: formatMean(overall.mean),
      coverage: coverageText(overall, t),
      below: overall.belowTarget,
    };
    const [show, rest] = [t('guided.show-grid'), t('guided.continue')];
    const choice = await inform(t(open ? 'guided.done-open' : 'guided.done', values), ...(open ? [rest] : []), show);
    if (choice === show) await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
    if (choice === rest) await vscode.commands.executeCommand('psirtMaturity.scoreInList', this.document.uri);
  }
}

/**
 * The time after which the text of the level under the cursor is shown, in milliseconds, so that fast keys are not
 * delayed.
 */
const pause = 150;

/** Whether a typed key chooses a row: its level, or `x`, as in the grid. */
function isMeant({ level, choice }: StepRow, typed: string): boolean {
  if (typed === 'x') return choice === 'exclude' || choice === 'include';
  return level !== undefined && String(level) === typed;
}
