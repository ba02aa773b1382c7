import { Box, Typography } from '@strapi/design-system';

/** The colours that Strapi gives to methods in its own token editor. */
const METHOD_COLORS: Partial<Record<string, string>> = {
  GET: 'secondary',
  POST: 'success',
  PUT: 'warning',
  PATCH: 'warning',
  DELETE: 'danger',
};

export const MethodTag = ({ method }: { method: string }) => {
  const color = METHOD_COLORS[method] ?? 'neutral';
  return (
    <Box
      background={`${color}100`}
      borderColor={`${color}200`}
      hasRadius
      paddingLeft={2}
      paddingRight={2}
      minWidth="6.4rem"
      textAlign="center"
    >
      {/* Strapi's own orange on orange falls short of the contrast that small text needs. */}
      <Typography
        variant="pi"
        fontWeight="bold"
        textColor={color === 'warning' ? 'neutral800' : `${color}700`}
      >
        {method}
      </Typography>
    </Box>
  );
};
