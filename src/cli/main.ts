/** Entry of the command line: connects it to the process. */
import { withoutLogCommands } from '../messages/log-commands';
import { printableLines } from '../messages/printable';
import { standardStream } from './files/standard-stream';
import { run } from './run';

function failed(error: Error): void {
  process.exitCode = 2;
  io.stderr.write(withoutLogCommands(printableLines(`psirt-maturity: ${error.message}\n`)));
}

const io = {
  cwd: process.cwd(),
  env: process.env,
  // Opened only when it is read: an opened stream may keep the process alive.
  get stdin() {
    return process.stdin;
  },
  stdout: standardStream(1, () => process.stdout, failed),
  stderr: standardStream(2, () => process.stderr, failed),
  now: () => new Date(),
};

process.once('SIGINT', () => {
  // Clears the progress line, which may be visible.
  if (io.stderr.isTTY) io.stderr.write('\r\u001b[K');
  process.exit(130);
});

void run(process.argv.slice(2), io).then((status) => {
  process.exitCode ??= status;
  // Saves Node the time to tidy up; it would also discard what a stream has still to write.
  if (io.stdout.isDirect && io.stderr.isDirect) process.exit();
});
