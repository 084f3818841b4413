/** `git`: makes git merge assessments by their keys in this repository, or by lines again. */
import { printable } from '../../messages/printable';
import { ours } from '../../messages/safe-text';
import { Failure } from '../../node/failure';
import { trackedFolder } from '../git/git';
import {
  addAttributes,
  attributesFile,
  driverSettings,
  ownProgram,
  removeAttributes,
  setDriver,
  unsetDriver,
} from '../git/merge-driver';
import { command } from './command';

/** Runs `git`: reports what it changed, or that there was nothing to do. */
export const gitSettings = command({}, async ({ positionals }, io, t) => {
  const [task, surplus] = positionals;
  if (task !== 'install' && task !== 'uninstall')
    throw new Failure('cli.bad-choice', { option: 'git', value: task ?? '', choices: 'install | uninstall' });
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  const place = await trackedFolder(io.cwd, io, '.');
  const said =
    task === 'install'
      ? [
          ...(await setDriver(place, driverSettings(process.execPath, ownProgram()))).map(({ key, value }) =>
            t('cli.git-set', { key, value }),
          ),
          ...(await addAttributes(place.top, io)).map((line) => t('cli.git-added', { line, file: attributesFile })),
        ]
      : [
          ...((await unsetDriver(place)) ? [t('cli.git-unset', { key: 'merge.psirt-maturity' })] : []),
          ...(await removeAttributes(place.top, io)).map((line) =>
            t('cli.git-removed', { line, file: attributesFile }),
          ),
        ];
  const lines = said.length ? said : [t(task === 'install' ? 'cli.git-is-installed' : 'cli.git-is-uninstalled')];
  for (const line of lines) await io.stdout.say(ours`${printable(line)}\n`);
  return 0;
});
