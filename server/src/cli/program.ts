import { Command, CommanderError, Option } from 'commander'
import { version } from '../../../package.json'
import { type CheckOptions, checkCommand } from './checkCommand'
import { impacts, severities } from '../engine/index'
import { type DiffOptions, diffCommand } from './diffCommand'
import { type CliHost, type ExitCode, ReadError, tellError } from './host'
import { type InventoryOptions, inventoryCommand } from './inventoryCommand'
import { type PostureOptions, postureCommand } from './postureCommand'
import { type ReportOptions, reportCommand } from './reportCommand'
import { type ReviewOptions, reviewCommand } from './reviewCommand'
import { rulesCommand } from './rulesCommand'
import { type UsesOptions, usesCommand } from './usesCommand'

/**
 * Runs one command line (the arguments behind the program's name) to its end. What went wrong with the usage or a file
 * is told in one line on stderr; nothing is thrown but defects of our own.
 */
export async function run(args: readonly string[], host: CliHost): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  const program = commandLine(host, code => (exitCode = code))
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof ReadError)) throw error
    tellError(host, error.message)
    return 2
  }
}

function commandLine(host: CliHost, done: (code: ExitCode) => void): Command {
  const program = new Command('nova-config-review')
    .description('Reviews the oslo.config options that OpenStack Nova and its kin declare.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: host.out,
      writeErr: host.err,
      outputError: text => {
        tellError(host, text.replace(/^error: /, '').trimEnd())
      },
      getOutHasColors: () => host.colors,
    })
  const paths = ['[path...]', 'files, or folders to search for *.py', ['.']] as const
  const format = (...others: readonly string[]): Option =>
    new Option('--format <format>', 'how to print').choices(['text', 'json', ...others]).default('text')
  const allowIncomplete = (): Option =>
    new Option('--allow-incomplete', 'do not fail because of files or folders that are not read wholly')
  const minSeverity = new Option(
    '--min-severity <severity>',
    'leave out findings below (default: as in the settings, or information)',
  )

  program
    .command('review')
    .description('report what deserves attention; exit code 1 with findings, 2 when something was not read wholly')
    .argument(...paths)
    .addOption(format('sarif', 'zuul'))
    .option('--changed-since <revision>', 'report only what was not there where the work since this revision began')
    .addOption(minSeverity.choices([...severities].reverse()))
    .option('--config <file>', 'take the settings from this file (default: the nearest .nova-config-review upwards)')
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--no-baseline', 'report findings that are known, too')
    .addOption(new Option('--write-baseline', 'record all findings as known').conflicts('changedSince'))
    .option('--ignore-suppressions', 'report what comments in the sources waive, too')
    .addOption(allowIncomplete())
    .action(async (paths: string[], options: ReviewOptions) => {
      done(await reviewCommand(paths, options, host))
    })
  program
    .command('report')
    .description('write a review to hand over, in seven parts; exit code 2 when something was not read wholly')
    .argument('[path]', 'a file, or a folder to search for *.py', '.')
    .addOption(
      new Option('--format <format>', 'how to write it').choices(['md', 'html', 'sarif', 'json']).default('md'),
    )
    .option('--output <file>', 'write this file instead of printing')
    .option('--config <file>', 'take the settings from this file (default: the nearest .nova-config-review upwards)')
    .addOption(allowIncomplete())
    .action(async (path: string, options: ReportOptions) => {
      done(await reportCommand(path, options, host))
    })
  program
    .command('inventory')
    .description('list every option that the sources declare; exit code 2 when something was not read wholly')
    .argument(...paths)
    .addOption(format())
    .option('--uses', 'tell where each option is read and written, and what that reaches')
    .addOption(allowIncomplete())
    .action(async (paths: string[], options: InventoryOptions) => {
      done(await inventoryCommand(paths, options, host))
    })
  const source = (): Option =>
    new Option('--source <path>', 'a file or folder of Python that declares the options; may be given often').argParser(
      (path: string, before: string[] | undefined) => [...(before ?? []), path],
    )
  const release = (): Option =>
    new Option(
      '--release <release>',
      'the release of Nova to judge by, such as 30 or dalmatian (default: the newest)',
    ).conflicts('source')
  program
    .command('check')
    .description(
      'judge configuration files that a service reads together; exit code 1 with findings, 2 when one cannot be read',
    )
    .argument('<file...>', 'files in the order in which they are read; of a folder, every *.conf')
    .addOption(source())
    .addOption(release())
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'sarif']).default('text'))
    .addOption(allowIncomplete())
    .action(async (files: string[], options: CheckOptions) => {
      done(await checkCommand(files, options, host))
    })
  program
    .command('uses')
    .description('list where options are read and written; exit code 2 when something was not read wholly')
    .argument('[option]', 'GROUP.OPTION or OPTION (default: all)')
    .argument('[path]', 'a file, or a folder to search for *.py', undefined)
    .addOption(format())
    .addOption(allowIncomplete())
    .action(async (option: string | undefined, path: string | undefined, options: UsesOptions) => {
      done(await usesCommand(option, path, options, host))
    })
  program
    .command('posture')
    .description('judge how safe a deployment of Nova is by its configuration files; exit code 1 when a check fails')
    .argument('<file...>', 'files in the order in which they are read; of a folder, every *.conf')
    .addOption(source())
    .addOption(release())
    .addOption(format())
    .addOption(allowIncomplete())
    .action(async (files: string[], options: PostureOptions) => {
      done(await postureCommand(files, options, host))
    })
  program
    .command('diff')
    .description('tell what changed about options between two states of a git repository, and for whom')
    .argument('<base>', 'a commit, branch or tag')
    .argument('[head]', 'another one (default: the working tree)')
    .argument('[path]', 'tell of what lies below it only')
    .addOption(format('md', 'zuul'))
    .addOption(
      new Option('--fail-on <impact>', 'exit code 1 with changes of this impact, or a graver one').choices(
        impacts.filter(impact => impact !== 'cosmetic'),
      ),
    )
    .option('--config <file>', 'take the settings from this file (default: the nearest .nova-config-review upwards)')
    .addOption(allowIncomplete())
    .action(async (base: string, head: string | undefined, path: string | undefined, options: DiffOptions) => {
      done(
        await diffCommand(
          [base, head, path].filter(arg => arg !== undefined),
          options,
          host,
        ),
      )
    })
  program
    .command('rules')
    .description('print the catalogue of rules, or one page of it')
    .argument('[name]', 'a rule')
    .action((name: string | undefined) => {
      rulesCommand(name, host)
    })
  return program
}
