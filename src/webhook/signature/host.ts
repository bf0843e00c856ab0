import { parseUrl } from '../../parse-url.ts';

const host = /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/;

/** Whether a text of a header is a host, with or without a port, and can be written into a URL. */
export const isHost = (text: string): boolean => host.test(text) && parseUrl(`http://${text}`) !== undefined;
