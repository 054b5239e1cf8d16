import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j over the folder that is its argument, as conf/neo4j.conf in it says, until its process is stopped. */
public class TestServer {
    public static void main(String[] args) throws InterruptedException {
        var folder = Path.of(args[0]);
        var service = new DatabaseManagementServiceBuilder(folder)
                .loadPropertiesFromFile(folder.resolve("conf").resolve("neo4j.conf"))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
