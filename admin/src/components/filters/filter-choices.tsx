import { Box, Checkbox, Flex, TextInput, Typography } from '@strapi/design-system';
import { Fragment, useState } from 'react';
import { styled } from 'styled-components';
import { useT } from '../../translations/use-t';
import { type ChoiceField, type FilterChange, matching, toggled } from './filter-fields';

/** More options than one takes in at a glance get a field to search them. */
const GLANCE = 8;
/** More than these are not drawn: one searches. */
const SHOWN = 50;

const Scroll = styled(Box)`
  max-height: 24rem;
  overflow-y: auto;
  overflow-wrap: anywhere;
`;

interface FilterChoicesProps {
  field: ChoiceField;
  onChange: FilterChange;
}

/** The values of one field, each with a box to tick; what is ticked holds at once. */
export const FilterChoices = ({ field, onChange }: FilterChoicesProps) => {
  const t = useT();
  const [text, setText] = useState('');
  const { name, label, options, chosen, hint, isLoading = false, hasFailed = false } = field;
  const found = matching(options, text);
  const sentence = hasFailed
    ? t('filters.failed')
    : isLoading
      ? t('table.loading')
      : options.length === 0
        ? t('filters.no-values')
        : found.length === 0
          ? t('filters.none-found')
          : found.length > SHOWN
            ? t('filters.more', { count: found.length - SHOWN })
            : null;
  return (
    <>
      {options.length > GLANCE ? (
        <TextInput
          size="S"
          aria-label={t('filters.search', { label })}
          placeholder={t('filters.search', { label })}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      ) : null}
      <Scroll role="group" aria-label={label} padding={1}>
        <Flex direction="column" alignItems="stretch" gap={2}>
          {found.slice(0, SHOWN).map((option, index) => (
            <Fragment key={option.value}>
              {option.group === undefined || option.group === found[index - 1]?.group ? null : (
                <Typography variant="sigma" textColor="neutral600" tag="p">
                  {option.group}
                </Typography>
              )}
              <Checkbox
                checked={chosen.includes(option.value)}
                onCheckedChange={(isOn) => {
                  onChange(name, toggled(chosen, option.value, isOn === true));
                }}
              >
                {option.label}
              </Checkbox>
            </Fragment>
          ))}
        </Flex>
      </Scroll>
      {hint === undefined ? null : (
        <Typography variant="pi" textColor="neutral600">
          {hint}
        </Typography>
      )}
      <Box role="status">
        {sentence === null ? null : (
          <Typography variant="pi" textColor={hasFailed ? 'danger600' : 'neutral600'}>
            {sentence}
          </Typography>
        )}
      </Box>
    </>
  );
};
