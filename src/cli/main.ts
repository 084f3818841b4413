/** Entry of the command line: connects it to the process. */
import { withoutLogCommands } from '../messages/log-commands';
import { printableLines } from '../messages/printable';
import { run } from './run';

// A reader that has seen enough (`| head`) closes the pipe: what is left to say is not worth an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    process.stderr.write(withoutLogCommands(printableLines(`psirt-maturity: ${error.message}\n`)));
  });
}

process.once('SIGINT', () => {
  // The sign of progress may stand there.
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.exit(130);
});

const io = {
  cwd: process.cwd(),
  env: process.env,
  // Only opened when it is read: a stream that was touched may keep the process alive.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
};

// No process.exit: what is still to be written to a pipe would be lost.
void run(process.argv.slice(2), io).then((status) => {
  process.exitCode ??= status;
});
