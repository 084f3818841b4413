/** The questions of "New Assessment", each with a way back. */
import * as vscode from 'vscode';
import { slugOf, withEnding } from '../../assessment/file-name';
import { label } from '../../language/interface-text';
import type { Label } from '../../messages/safe-text';
import { defaultTarget, targetCalled, type Area } from '../../sheet/sheet';
import { exists } from '../core/create-file';
import { fileLabel } from '../core/assessment-documents';
import { newList, type Item } from '../core/ask';
import { back, InputSteps, type Back } from '../core/input-steps';
import type { Words } from '../core/words';

/** The user's answers. */
export interface NewAnswers {
  readonly subject: string;
  /** The file to write; absent without a folder for it. */
  readonly place?: vscode.Uri;
  readonly target: number;
  readonly without?: { readonly areas: readonly string[]; readonly reason: string };
}

/** The default folder of assessments, below the workspace folder. */
const usualFolder = 'security/';

interface Draft {
  subject: string;
  root?: vscode.Uri;
  path: string;
  target: string;
  /** Ids of the areas to exclude. */
  out: readonly string[];
  reason: string;
}

/** A file, relative to a folder. */
interface Place {
  readonly root: vscode.Uri;
  readonly path: string;
}

/** Answered or skipped, back, or cancelled. */
type Outcome = true | Back | undefined;

export class NewAssessmentSteps {
  private readonly inputs = new InputSteps();
  private readonly draft: Draft = { subject: '', path: '', target: String(defaultTarget), out: [], reason: '' };
  private readonly roots: readonly vscode.Uri[];

  /**
   * `folder` is where the command was called, for instance in the Explorer; otherwise the workspace's folders are
   * offered.
   */
  constructor(
    private readonly words: Words,
    private readonly folder?: vscode.Uri,
  ) {
    this.roots = folder ? [folder] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  }

  /** Asks all questions; `undefined` when the user cancels. */
  async run(): Promise<NewAnswers | undefined> {
    try {
      // Evaluated each time, since an answer may add or remove questions.
      for (let index = 0; index < this.questions.length; ) {
        const outcome = await this.questions[index]?.call(this, index);
        if (outcome === undefined) return undefined;
        index += outcome === back ? -1 : 1;
      }
    } finally {
      this.inputs.dispose();
    }
    const { subject, root, path, target, out, reason } = this.draft;
    const place = root && vscode.Uri.joinPath(root, path);
    return {
      subject,
      place,
      target: Number(target.replace(',', '.')),
      without: out.length ? { areas: out, reason } : undefined,
    };
  }

  private get questions(): ((step: number) => Promise<Outcome>)[] {
    const root = this.roots.length > 1 ? [this.askRoot] : [];
    const place = this.roots.length > 0 ? [...root, this.askPath] : [];
    return [
      this.askSubject,
      ...place,
      this.askTarget,
      this.askAreas,
      ...(this.draft.out.length ? [this.askReason] : []),
    ];
  }

  private async askSubject(index: number): Promise<Outcome> {
    const { t } = this.words;
    const texts = {
      prompt: t('new.subject-prompt'),
      placeholder: t('new.subject-placeholder'),
      value: this.draft.subject,
    };
    const answer = await this.inputs.ask({
      ...this.frame(index),
      ...texts,
      check: (value) => (value ? undefined : t('new.subject-empty')),
    });
    return this.keep(answer, (subject) => {
      if (subject !== this.draft.subject) this.draft.path = '';
      this.draft.subject = subject;
    });
  }

  private async askRoot(index: number): Promise<Outcome> {
    const pick = newList<Item & { uri: vscode.Uri }>();
    Object.assign(pick, this.frame(index), { placeholder: this.words.t('new.folder-placeholder') });
    pick.items = this.roots.map((uri) => ({
      uri,
      label: fileLabel(uri),
      description: label(uri.scheme === 'file' ? uri.fsPath : uri.toString(true)),
    }));
    const present = pick.items.find(({ uri }) => uri === this.draft.root);
    if (present) pick.activeItems = [present];
    const answer = await this.inputs.show<vscode.Uri>(pick, true, (settle) => [
      pick.onDidAccept(() => pick.activeItems[0] && settle(pick.activeItems[0].uri)),
    ]);
    return this.keep(answer, (root) => {
      if (root !== this.draft.root) this.draft.path = '';
      this.draft.root = root;
    });
  }

  private async askPath(index: number): Promise<Outcome> {
    const { t } = this.words;
    const root = this.draft.root ?? this.roots[0];
    if (!root) return true;
    // The file chosen in the dialog may be in another folder.
    let chosen: Place | undefined;
    const rootOf = (path: string) => (path === chosen?.path ? chosen.root : root);
    const answer = await this.inputs.ask({
      ...this.frame(index),
      prompt: t('new.path-prompt', { folder: fileLabel(root) }),
      value: this.draft.path || (await this.freePath(root)),
      other: {
        icon: 'folder-opened',
        tooltip: t('new.browse'),
        answer: async () => (chosen = await this.browse(root))?.path,
      },
      check: (value) => this.wrongPath(rootOf(value), value),
    });
    return this.keep(answer, (path) =>
      Object.assign(this.draft, { root: rootOf(path), path: withEnding(path.replace(/\\/g, '/')) }),
    );
  }

  /** The default path for the subject, with a number appended where it is taken. */
  private async freePath(root: vscode.Uri): Promise<string> {
    const path = `${this.folder ? '' : usualFolder}${slugOf(this.draft.subject)}`;
    for (let number = 1; number < 100; number++) {
      const free = withEnding(number === 1 ? path : `${path}-${number}`);
      if (!(await exists(vscode.Uri.joinPath(root, free)))) return free;
    }
    return withEnding(path);
  }

  /**
   * Asks in VS Code's own dialog, which allows any folder; the path is relative to the workspace folder that contains
   * it, if any.
   */
  private async browse(from: vscode.Uri): Promise<Place | undefined> {
    const defaultUri = vscode.Uri.joinPath(from, await this.freePath(from));
    // VS Code considers the last part of an ending only, and would append one that has two parts again.
    const chosen = await vscode.window.showSaveDialog({
      title: this.words.t('new.title'),
      defaultUri,
      filters: { PSIRT: ['yaml', 'yml'] },
    });
    if (!chosen) return undefined;
    const root = vscode.workspace.getWorkspaceFolder(chosen)?.uri ?? vscode.Uri.joinPath(chosen, '..');
    return { root, path: chosen.path.slice(root.path.endsWith('/') ? root.path.length : root.path.length + 1) };
  }

  private async wrongPath(root: vscode.Uri, value: string): Promise<Label | undefined> {
    const { t } = this.words;
    const parts = value.split(/[\\/]/);
    if (!value || /^\.?$|^\.psirt/.test(parts.at(-1) ?? '')) return t('new.path-empty');
    if (parts.some((part) => !part.trim() || part === '.' || part === '..') || /^[a-z]:|[\u0000-\u001f]/i.test(value)) {
      return t('new.path-outside', { folder: fileLabel(root) });
    }
    const path = withEnding(parts.join('/'));
    return (await exists(vscode.Uri.joinPath(root, path))) ? t('new.path-exists', { path: label(path) }) : undefined;
  }

  private async askTarget(index: number): Promise<Outcome> {
    const { t } = this.words;
    const check = (value: string) =>
      targetCalled(value.replace(',', '.')) === undefined ? t('new.target-invalid') : undefined;
    const answer = await this.inputs.ask({
      ...this.frame(index),
      prompt: t('new.target-prompt'),
      value: this.draft.target,
      check,
    });
    return this.keep(answer, (target) => (this.draft.target = target));
  }

  private async askAreas(index: number): Promise<Outcome> {
    const { sheet, t } = this.words;
    const pick = newList<Item & { area: Area }>();
    Object.assign(pick, this.frame(index), { placeholder: t('new.areas-placeholder'), canSelectMany: true });
    pick.items = sheet.areas.map((area) => ({
      area,
      label: label(`${area.id} ${area.title}`),
      detail: label(area.summary),
    }));
    pick.selectedItems = pick.items.filter(({ area }) => !this.draft.out.includes(area.id));
    const answer = await this.inputs.show<readonly Area[]>(pick, true, (settle) => [
      pick.onDidChangeSelection(() => (pick.title = t('new.title'))),
      pick.onDidAccept(() => {
        if (pick.selectedItems.length) settle(pick.selectedItems.map(({ area }) => area));
        else pick.title = t('new.areas-none');
      }),
    ]);
    return this.keep(
      answer,
      (areas) => (this.draft.out = sheet.areas.filter((area) => !areas.includes(area)).map(({ id }) => id)),
    );
  }

  private async askReason(index: number): Promise<Outcome> {
    const { sheet, t } = this.words;
    const areas = sheet.areas.filter(({ id }) => this.draft.out.includes(id)).map(({ id, title }) => `${id} ${title}`);
    const prompt = t('new.reason-prompt', { areas: label(areas.join(t('list.separator'))) });
    const check = (value: string) => (value ? undefined : t('panel.exclude-empty'));
    const answer = await this.inputs.ask({
      ...this.frame(index),
      prompt,
      placeholder: t('panel.exclude-placeholder'),
      value: this.draft.reason,
      check,
    });
    return this.keep(answer, (reason) => (this.draft.reason = reason));
  }

  private frame(index: number): { title: Label; step: number; totalSteps: number; canGoBack: boolean } {
    return {
      title: this.words.t('new.title'),
      step: index + 1,
      totalSteps: this.questions.length,
      canGoBack: index > 0,
    };
  }

  private keep<T>(answer: T | Back | undefined, take: (answer: T) => unknown): Outcome {
    if (answer === undefined || answer === back) return answer as Back | undefined;
    take(answer as T);
    return true;
  }
}
