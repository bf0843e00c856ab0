import type { Session } from './session.ts';

/** Rings an outbound call, and ends it when nobody answers or a machine is detected. */
export async function outbound(session: Session): Promise<void> {
  const {
    ringUrl,
    ringMethod = 'POST',
    callee = 'answers',
    machineDetection,
    answeredBy = 'human',
  } = session.settings;
  session.emit('ring', {});
  await session.requests.notify('ring', ringUrl, ringMethod, { Event: 'Ring', STIRAttestation: 'A' });
  await session.passTime(callee === 'does not answer' ? 120 : session.assume.ringSeconds, 'ringing');
  if (callee === 'busy') session.end(3010, 'Callee');
  if (callee === 'rejects') session.end(3020, 'Callee');
  if (callee === 'does not answer') session.end(3000, 'Plivo');
  session.answer();
  if (machineDetection === undefined || answeredBy === 'human') return;
  const { machineDetectionUrl, machineDetectionMethod = 'POST' } = session.settings;
  await session.requests.notify('machine-detection', machineDetectionUrl, machineDetectionMethod, {
    Event: 'MachineDetection',
    Machine: 'true',
    IfMachine: machineDetection === 'hangup' ? 'hangup' : 'continue',
  });
  if (machineDetection === 'hangup') session.end(9100, 'Plivo');
}
