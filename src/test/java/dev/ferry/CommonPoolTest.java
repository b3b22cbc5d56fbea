package dev.ferry;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing runs on the common pool, in Ferry and in its tests. On two cores the pool has one thread, and from Java 25 on it is used even
 * then: work that waits there keeps other work from ever beginning.
 */
final class CommonPoolTest {
    private static final ArchRule RULE = noClasses()
            .should()
            .accessTargetWhere(describe("it runs on the common pool", CommonPoolTest::isOnCommonPool));

    private static boolean isOnCommonPool(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass owner = target.getOwner();
        String name = target.getName();
        return (owner.isAssignableTo(CompletableFuture.class) && name.endsWith("Async") && !takesExecutor(target))
                || (owner.isAssignableTo(Collection.class) && name.equals("parallelStream"))
                || (owner.isAssignableTo(BaseStream.class) && name.equals("parallel"))
                || (owner.isEquivalentTo(ForkJoinPool.class) && name.equals("commonPool"));
    }

    private static boolean takesExecutor(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Executor.class));
    }

    @Test
    void nothing_runs_on_the_common_pool() {
        RULE.check(
                new ClassFileImporter().importPackages("dev.ferry").that(describe("no example", each -> !each.getName()
                        .startsWith(Examples.class.getName()))));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Examples.Begun.class, Examples.Continued.class, Examples.Named.class, Examples.Parallel.class})
    void each_way_onto_it_is_found(Class<?> example) {
        JavaClasses classes = new ClassFileImporter().importClasses(example);
        assertThrows(AssertionError.class, () -> RULE.check(classes));
    }

    /** What the rule forbids. */
    private static final class Examples {
        static final class Begun {
            CompletableFuture<Integer> it() {
                return CompletableFuture.supplyAsync(() -> 1);
            }
        }

        static final class Continued {
            CompletableFuture<Integer> it(CompletableFuture<Integer> begun) {
                return begun.thenApplyAsync(value -> value + 1);
            }
        }

        static final class Named {
            Function<Supplier<Integer>, CompletableFuture<Integer>> it() {
                return CompletableFuture::supplyAsync;
            }
        }

        static final class Parallel {
            Stream<Integer> it(List<Integer> list) {
                return list.parallelStream();
            }
        }
    }
}
