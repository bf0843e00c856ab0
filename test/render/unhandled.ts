/** Rejections that nobody handled while something was done, and right after it. */
export async function unhandledWhile(act: () => unknown): Promise<unknown[]> {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  try {
    await act();
    // Node tells it when all that was to be done at once is done.
    await new Promise(setImmediate);
  } finally {
    process.off('unhandledRejection', note);
  }
  return unhandled;
}
