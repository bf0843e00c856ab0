/** Elements of a second copy of plivo-jsx, as an installation may have one. */
export async function secondCopy(): Promise<typeof import('../../jsx-runtime/element.ts')> {
  const file = '../../jsx-runtime/element.ts?copy';
  return (await import(/* @vite-ignore */ file)) as never;
}
