import { evaluate } from './commands/evaluate.ts';
import { everything } from './commands/everything.ts';
import { label } from './commands/label.ts';
import { segment } from './commands/segment.ts';
import { FAILED, Failure, MISUSED } from './failure.ts';
import { HELP, OVERVIEW } from './help.ts';

type CommandName = keyof typeof HELP;

const COMMANDS: Readonly<Record<CommandName, (args: readonly string[]) => Promise<number>>> = {
  segment,
  label,
  everything,
  evaluate,
};

/** The exit code. */
export async function runCommand([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(`${OVERVIEW}\n`);
    return name === '' ? MISUSED : 0;
  }
  if (!isCommand(name)) {
    process.stderr.write(`robustsam: there is no command "${name}".\n\n${OVERVIEW}\n`);
    return MISUSED;
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${HELP[name]}\n`);
    return 0;
  }
  try {
    return await COMMANDS[name](args);
  } catch (error) {
    return reported(name, error);
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(HELP, name);
}

function reported(name: CommandName, error: unknown): number {
  if (error instanceof Failure) {
    const more = error.exitCode === MISUSED ? ` See robustsam ${name} --help.` : '';
    process.stderr.write(`robustsam: ${error.message}${more}\n`);
    return error.exitCode;
  }
  if (error instanceof Error && 'syscall' in error) {
    // What the system says of a disk or a file.
    process.stderr.write(`robustsam: ${error.message}\n`);
    return FAILED;
  }
  throw error;
}
