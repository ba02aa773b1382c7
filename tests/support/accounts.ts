export interface AdminAccount {
  firstname: string;
  lastname: string;
  email: string;
  password: string;
}

/** Whoever registers first, a Super Admin. */
export const FIRST_ADMIN: AdminAccount = {
  firstname: 'Ada',
  lastname: 'Admin',
  email: 'ada@example.com',
  password: 'Correct-horse-1',
};
