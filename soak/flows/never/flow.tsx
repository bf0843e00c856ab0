import { flow, level } from 'plivo-jsx';

/** A level whose database never answers. */
const never = level('/never', () => new Promise<never>(() => {}));

export default flow('never', { levels: [never] });
