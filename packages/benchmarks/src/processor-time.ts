/**
 * Milliseconds that this process spends on processors until `run` has ended, its compiler and its garbage collector
 * included. What else the machine does changes it little; a clock it would change much.
 */
export async function processorMilliseconds(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
