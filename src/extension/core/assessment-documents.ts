/** Which text documents are assessments. */
import type * as vscode from 'vscode';
import { assessmentPattern, isAssessmentName } from '../../assessment/file-name';
import { label } from '../../language/interface-text';
import type { Label } from '../../messages/safe-text';

/** Limit of the size of files that are read, in bytes. */
export const maximumSize = 4_000_000;

/** The language id of assessments. */
export const languageId = 'psirt-yaml';

/** Assessments in their own language, and files with their name opened as plain YAML. */
export const selector: vscode.DocumentSelector = [
  { language: languageId },
  { language: 'yaml', pattern: assessmentPattern },
];

export function isAssessment(document: vscode.TextDocument): boolean {
  return document.languageId === languageId || (document.languageId === 'yaml' && isAssessmentName(document.uri.path));
}

/** The file name of an address. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The file name for display. */
export function fileLabel(uri: vscode.Uri): Label {
  return label(baseName(uri));
}
