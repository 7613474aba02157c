import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { cleanDialString, looksLikeNumber } from '../format/dialString';
import { formatNumber } from '../format/number';
import { listName } from '../format/person';
import { fitting } from '../hooks/fitting';
import { useDirectory } from '../hooks/useDirectory';
import { Highlighted } from '../ui/Highlighted';

interface PersonNumberProps {
  readonly label: string;
  readonly text: string;
  /** What is wrong with it, as a number. */
  readonly problem: string | null;
  /** The service did not take it. */
  readonly invalid: boolean;
  readonly onText: (text: string) => void;
}

/** As many as fit below the field. */
const shown = 8;

/** A number, typed or found by a name in the directory. */
export function PersonNumber({ label, text, problem, invalid, onText }: PersonNumberProps) {
  const { t } = useTranslation();
  const directory = useDirectory();
  const { answer } = directory;
  const searching = text !== '' && !looksLikeNumber(text);
  const hits = searching ? fitting(answer, text).slice(0, shown) : [];
  const number = cleanDialString(text);
  const nobody = searching && answer.kind === 'found' && answer.query === text && hits.length === 0;
  const error = nobody ? t('directory.nobody') : searching ? null : problem;
  return (
    <ComboBox
      className="field"
      items={hits}
      inputValue={text}
      value={null}
      allowsCustomValue
      allowsEmptyCollection={searching}
      menuTrigger="input"
      isInvalid={invalid || error !== null}
      validationBehavior="aria"
      onInputChange={(typed) => {
        onText(typed);
        if (typed === '' || looksLikeNumber(typed)) directory.clear();
        else directory.type(typed);
      }}
      onChange={(key) => {
        const chosen = hits.find(({ id }) => id === key);
        if (chosen) onText(chosen.number);
      }}
    >
      <Label className="field__label">{label}</Label>
      <Input
        className="field__input"
        maxLength={64}
        spellCheck={false}
        placeholder={t('configure.divertPlaceholder')}
      />
      {error === null && (
        <Text slot="description" className="field__help">
          {number.ok
            ? t('configure.divertsToNumber', { number: formatNumber(number.value) })
            : t(searching ? 'configure.choosePerson' : 'configure.divertHelp')}
        </Text>
      )}
      <FieldError className="field__error">{error}</FieldError>
      <Popover
        className="popover people-found"
        data-empty={hits.length === 0 ? '' : undefined}
        placement="bottom start"
        offset={4}
      >
        <ListBox className="scroll" aria-label={t('directory.hits')}>
          {(entry: (typeof hits)[number]) => (
            <ListBoxItem id={entry.id} textValue={`${listName(entry)}, ${entry.number}`} className="found">
              <span className="found__name ellipsis" dir="auto">
                <Highlighted text={listName(entry)} query={text} />
              </span>
              <span className="sub ellipsis" dir="auto">
                {entry.department}
              </span>
              <bdi dir="ltr">{formatNumber(entry.number)}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
