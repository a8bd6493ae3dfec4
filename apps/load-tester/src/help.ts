import { ENVIRONMENTS } from '@trade-matching/domain';

export const HELP = `Uploads confirmations, follows each document to its outcome and each pair to its match, and says how fast it was and
whether anything was lost or doubled.

Usage
  npm run -s load-test -- [--env ENVIRONMENT] [--documents N | --duration TIME] [--concurrency N | --rate N] …

Where
  --env ENVIRONMENT     ${ENVIRONMENTS.join(', ')} (default local: the sandbox that runs here, else one is
                        started); others with the credentials and the region of this shell
  --i-mean-production   production is refused unless told twice: this,
  --confirm-account ID  and the 12 digits of its account

How much, and how
  --documents N         how many (default 1000, or without end where there is a --duration)
  --duration TIME       nothing is sent after it: 90s, 10m
  --concurrency N       so many uploads at a time, each followed by the next (default 16)
  --rate N              or documents a second, at their times however slow the system is; latencies count from those times
  --ramp TIME           until the full rate or concurrency (default 0)

What
  --mismatch SHARE          of the pairs, differ in a critical term: 0.05 or 5%
  --within-tolerance SHARE  of the pairs, differ within the tolerance
  --duplicate SHARE         of the documents, are the bytes of an earlier one under another key, sent when that has its
                            outcome
  --bad SHARE               of the documents, are files that must be refused, each for its own reason
  --pages N                 pages of each confirmation (default 1)
  --size BYTES              bytes of each confirmation, at least: 200KB, 2MB
  --seed N                  the same seed sends the same trades in the same order (default: another one each time)

Held to (exit code 1, and which, where broken)
  --max-lost N          documents and pairs that are lost, doubled or not what the mix says (default 0)
  --max-p95 TIME        95 % of the documents have their outcome within it, from when they were meant to be sent
  --min-rate N          documents a second that come to their outcome
  --patience TIME       give up what is missing when nothing has happened for so long (default 7m:
                        what is returned to its queue comes again within five)

Report
  --report FOLDER       write report.txt, report.json and report.html there
  --json                print the report as JSON
  --clean-up            delete the run's documents, and what the tables hold of them
  --debug               show stack traces
  --help                this text

Examples
  npm run -s load-test -- --documents 200
  npm run -s load-test -- --documents 5000 --concurrency 32 --mismatch 5% --duplicate 2% --bad 2% --report out/
  npm run -s load-test -- --env staging --rate 20 --ramp 1m --duration 10m --max-p95 30s --min-rate 18 --clean-up
  npm run -s load-test -- --env production --i-mean-production --confirm-account 333333333333 --documents 10

Ctrl-C stops sending and reports what was done so far. Exit code: 0 when everything was held, 1 when a limit was broken
or the run was stopped, 2 for wrong usage.`;
