import java.io.FileInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads every entry as a Java portal does, from the front, and prints how many there are. */
public class ReadZip {
    public static void main(String[] args) throws Exception {
        int entries = 0;
        byte[] buffer = new byte[65536];
        try (ZipInputStream zip = new ZipInputStream(new FileInputStream(args[0]))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                while (zip.read(buffer) > 0) { }
                entries++;
            }
        }
        System.out.println(entries);
    }
}
