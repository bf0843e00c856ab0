/** A clone has no dist: it runs from source. */
export const isClone: boolean;

/** From here on Node reads TypeScript and TSX, with the settings of a folder's own `tsconfig.json`. */
export function readTypeScript(folder: string): Promise<void>;
