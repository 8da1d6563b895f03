export const rateRoutes = [] as const;
