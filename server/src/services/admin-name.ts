/** What is read of an admin user. */
export interface AdminUserRow {
  readonly id: number;
  readonly documentId: string;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly username?: string | null;
  readonly email?: string | null;
  readonly isActive?: boolean | null;
  readonly blocked?: boolean | null;
}

/** The name under which an admin is shown: first and last name, else user name, else e-mail. */
export const adminName = ({
  firstname,
  lastname,
  username,
  email,
}: Omit<AdminUserRow, 'id' | 'documentId'>): string => {
  const full = [firstname, lastname].filter(Boolean).join(' ').trim();
  return [full, username, email].find(Boolean) ?? 'Unknown';
};
