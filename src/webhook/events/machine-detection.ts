import { ifMachines } from '../plivo-enums.ts';
import { defineEvent } from './define-event.ts';
import { boolean, oneOf } from './field.ts';

/** Asynchronous machine detection has found a machine: `machine_detection_url`. */
export const machineDetection = defineEvent('machine-detection', {
  /** Whether a machine answered. */
  machine: boolean('Machine'),
  /** What Plivo does next: continue the call, or hang up. */
  ifMachine: oneOf('IfMachine', ifMachines),
});
