package org.umbral.phone.device.picture;

import java.util.HexFormat;

/**
 * A code of T.81, annex K.3: how many symbols have a code of 1, 2, … 16 bits, and the symbols in order. Codes of one
 * length follow one another (annex C.2).
 */
enum HuffmanCode {
    DC_LUMA("00010501010101010100000000000000", "000102030405060708090a0b"),
    DC_CHROMA("00030101010101010101010000000000", "000102030405060708090a0b"),
    AC_LUMA(
            "0002010303020403050504040000017d",
            "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728"
                    + "292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a8384858687"
                    + "88898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8"
                    + "d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"),
    AC_CHROMA(
            "00020102040403040705040400010277",
            "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a26"
                    + "2728292a35363738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485"
                    + "868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6"
                    + "d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa");

    private final byte[] counts;
    private final byte[] symbols;
    private final int[] codes = new int[256];
    private final int[] lengths = new int[256];

    HuffmanCode(String counts, String symbols) {
        this.counts = HexFormat.of().parseHex(counts);
        this.symbols = HexFormat.of().parseHex(symbols);
        int code = 0;
        int next = 0;
        for (int length = 1; length <= 16; length++, code <<= 1) {
            for (int i = Byte.toUnsignedInt(this.counts[length - 1]); i > 0; i--) {
                int symbol = Byte.toUnsignedInt(this.symbols[next++]);
                codes[symbol] = code++;
                lengths[symbol] = length;
            }
        }
    }

    void write(BitWriter bits, int symbol) {
        bits.write(codes[symbol], lengths[symbol]);
    }

    /** As it stands in a DHT segment. */
    byte[] table(int classAndNumber) {
        byte[] table = new byte[1 + counts.length + symbols.length];
        table[0] = (byte) classAndNumber;
        System.arraycopy(counts, 0, table, 1, counts.length);
        System.arraycopy(symbols, 0, table, 1 + counts.length, symbols.length);
        return table;
    }
}
