// A module hook: resolves packages as `node -C plivo-jsx-source` would.
export const resolve = (specifier, context, next) =>
  next(specifier, { ...context, conditions: [...context.conditions, 'plivo-jsx-source'] });
