/** Whether every problem is reported: the option or, without one, anything but `NODE_ENV=production`. */
export const isDevelopment = (option: boolean | undefined): boolean =>
  option ?? process.env['NODE_ENV'] !== 'production';
