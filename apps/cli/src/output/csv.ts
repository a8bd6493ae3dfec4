import { Option } from '@trade-matching/command-line';

/** `--csv`, where the answer is a list. */
export const csvOption = () =>
  new Option('--csv', 'for spreadsheets: CSV with a head').default(false).conflicts('json');
