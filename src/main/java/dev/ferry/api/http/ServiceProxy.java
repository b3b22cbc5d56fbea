package dev.ferry.api.http;

import dev.ferry.api.argument.NamedArguments;
import dev.ferry.api.argument.ServiceName;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands before Retrofit's own proxy of a service: checks arguments in our words, and runs the interface's default
 * methods so that their calls are checked too.
 */
final class ServiceProxy implements InvocationHandler {
    private final Class<?> contract;
    private final Object retrofit;
    private final Map<Method, NamedArguments> arguments = new ConcurrentHashMap<>();

    private ServiceProxy(Class<?> contract, Object retrofit) {
        this.contract = contract;
        this.retrofit = retrofit;
    }

    /** A service that checks what it is asked, in front of this one. */
    static <T> T before(Class<T> contract, T retrofit) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, new ServiceProxy(contract, retrofit)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, given);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, given);
        }
        @Nullable
        Object[] checked = arguments.computeIfAbsent(method, NamedArguments::of).check(given);
        try {
            return method.invoke(retrofit, checked);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] given) {
        return switch (method.getName()) {
            case "equals" -> given != null && proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> ServiceName.of(contract);
        };
    }
}
