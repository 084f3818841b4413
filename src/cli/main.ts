/** Entry of the command line: connects it to the process. */
import { withoutLogCommands } from '../messages/log-commands';
import { printableLines } from '../messages/printable';
import { run } from './run';

// A reader may close the pipe early (`| head`); that is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    process.stderr.write(withoutLogCommands(printableLines(`psirt-maturity: ${error.message}\n`)));
  });
}

process.once('SIGINT', () => {
  // Clears the progress line, which may be visible.
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.exit(130);
});

const io = {
  cwd: process.cwd(),
  env: process.env,
  // Opened only when it is read: an opened stream may keep the process alive.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
};

// Not `process.exit`, which would discard output still being written to a pipe.
void run(process.argv.slice(2), io).then((status) => {
  process.exitCode ??= status;
});
