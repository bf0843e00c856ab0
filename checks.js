// Checks the format, the lint rules and the types at the same time, and prints what each says when it ends.
import { spawn } from 'node:child_process';

const checks = ['format:check', 'lint', 'typecheck'];

await Promise.all(
  checks.map(async (name) => {
    // A shell, because npm is a script on Windows.
    const child = spawn(`npm run --silent ${name}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    process.stdout.write(output);
    if (code === 0) return;
    console.log(`npm run ${name} found problems.`);
    process.exitCode = 1;
  }),
);
