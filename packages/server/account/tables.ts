/** How better-auth's names for tables and columns map on ours. */
export const tables = {
  user: {
    modelName: 'person',
    fields: { emailVerified: 'email_verified', createdAt: 'made_at', updatedAt: 'changed_at' },
  },
  session: {
    modelName: 'account_session',
    fields: {
      userId: 'person_id',
      expiresAt: 'expires_at',
      createdAt: 'made_at',
      updatedAt: 'seen_at',
      ipAddress: 'address',
      userAgent: 'agent',
    },
  },
  account: {
    modelName: 'account_credential',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'person_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'made_at',
      updatedAt: 'changed_at',
    },
  },
  verification: {
    modelName: 'account_verification',
    fields: { expiresAt: 'expires_at', createdAt: 'made_at', updatedAt: 'changed_at' },
  },
  twoFactor: {
    twoFactorTable: 'account_factor',
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor' } },
      twoFactor: {
        fields: {
          userId: 'person_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  },
} as const;
