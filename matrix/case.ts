/**
 * One thing that a user's tools do with the packed package.
 * @module
 */

/** A row of the table. */
export interface Case {
  /** For `--only`; also the name of its folder. */
  readonly name: string;
  /** What a user can do, in one sentence. */
  readonly sentence: string;
  /** CI runs it: it takes seconds, and installs little. */
  readonly isQuick?: boolean;
  /** Packages to install beside plivo-jsx. Cases with the same packages share one installation. */
  readonly packages?: readonly string[];
  /** Another version of Node than the one that runs the matrix. */
  readonly node?: 20 | 22 | 24 | 26;
  /** plivo-jsx is not installed in advance: the case is about its installation. */
  readonly isBare?: boolean;
  /** Folders of `files/` to copy. */
  readonly files?: readonly string[];
  /** Further files, with their texts. */
  readonly write?: Readonly<Record<string, string>>;
  /** Commands of a shell, which run in the folder of the case, in this order, until one fails. */
  readonly run: readonly string[];
  /** What the output of the last command has to match. */
  readonly prints?: RegExp;
  /** What the output of no command may match. */
  readonly neverPrints?: RegExp;
}

/** The pages of plivo-jsx have the code: each block that names its file in its first line. */
export const readme = 'README.md';
