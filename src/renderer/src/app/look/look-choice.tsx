// Owns the two choices of the look: light and colours.
// Refuses anything else: size and density are not a matter of taste here.
import { Segments } from '../../parts/controls/segments';
import { useLook, wear } from './look';
import styles from './look-choice.module.css';

/** The choices, side by side. */
export function LookChoice() {
  const { light, palette } = useLook();
  return (
    <div className={styles.choices}>
      <Segments
        label="Light"
        chosen={light ? 'bright' : 'dark'}
        choices={[
          ['dark', 'Dark'],
          ['bright', 'Bright'],
        ]}
        onChoose={(choice) => {
          wear('light', choice === 'bright');
        }}
      />
      <Segments
        label="Colours"
        chosen={palette ? 'deutan' : 'usual'}
        choices={[
          ['usual', 'Usual colours'],
          ['deutan', 'Deutan'],
        ]}
        onChoose={(choice) => {
          wear('palette', choice === 'deutan');
        }}
      />
    </div>
  );
}
