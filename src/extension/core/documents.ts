/** Which text documents are assessments. */
import type * as vscode from 'vscode';
import { label } from '../../language/interface-text';
import type { Label } from '../../messages/safe-text';

/** The language of assessments. */
export const languageId = 'psirt-yaml';

const fileName = /\.psirt\.ya?ml$/i;

/** Assessments by their own language, and files of that name opened as plain YAML. */
export const selector: vscode.DocumentSelector = [
  { language: languageId },
  { language: 'yaml', pattern: '**/*.psirt.{yaml,yml}' },
];

export function isAssessment(document: vscode.TextDocument): boolean {
  return document.languageId === languageId || (document.languageId === 'yaml' && fileName.test(document.uri.path));
}

/** The last part of a document's path. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The same, to be shown. */
export function fileLabel(uri: vscode.Uri): Label {
  return label(baseName(uri));
}
