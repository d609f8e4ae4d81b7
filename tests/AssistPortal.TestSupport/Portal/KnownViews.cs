using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.TestSupport.Portal;

/// <summary>
/// How controllers, pages and tag helpers are made is compiled by MVC anew for each portal, and what forms are made of
/// is read by reflection: a quarter of what a short test costs. It is the same in all portals of a process and keeps
/// nothing of theirs: once is enough.
/// </summary>
internal static class KnownViews
{
    private static readonly ConcurrentDictionary<Type, object> Shared = [];

    public static void Use(IServiceCollection services)
    {
        Share(services, typeof(IRazorPageActivator));
        Share(services, typeof(ITagHelperFactory));
        Share(services, typeof(IModelMetadataProvider));
        Share(services, services.Single(service => service.ServiceType.Name == "ITypeActivatorCache").ServiceType);
        Wrap<IRazorPageFactoryProvider>(services, inner => new KnownPages(inner));
        Wrap<IControllerActivatorProvider>(services, inner => new KnownControllers(inner));
    }

    private static void Share(IServiceCollection services, Type type)
    {
        var implementation = Remove(services, type);
        services.AddSingleton(type, provider => Shared.GetOrAdd(
            type, _ => ActivatorUtilities.CreateInstance(provider, implementation)));
    }

    private static void Wrap<T>(IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var implementation = Remove(services, typeof(T));
        services.AddSingleton(provider => wrap((T)ActivatorUtilities.CreateInstance(provider, implementation)));
    }

    private static Type Remove(IServiceCollection services, Type type)
    {
        var own = services.Single(service => service.ServiceType == type);
        services.Remove(own);
        return own.ImplementationType!;
    }

    private sealed class KnownPages(IRazorPageFactoryProvider own) : IRazorPageFactoryProvider
    {
        private static readonly ConcurrentDictionary<string, RazorPageFactoryResult> Known =
            new(StringComparer.Ordinal);

        public RazorPageFactoryResult CreateFactory(string relativePath) =>
            Known.GetOrAdd(relativePath, own.CreateFactory);
    }

    private sealed class KnownControllers(IControllerActivatorProvider own) : IControllerActivatorProvider
    {
        private static readonly ConcurrentDictionary<TypeInfo, Func<ControllerContext, object>> Known = [];

        public Func<ControllerContext, object> CreateActivator(ControllerActionDescriptor descriptor) =>
            Known.GetOrAdd(descriptor.ControllerTypeInfo, _ => own.CreateActivator(descriptor));

        public Action<ControllerContext, object>? CreateReleaser(ControllerActionDescriptor descriptor) =>
            own.CreateReleaser(descriptor);

        public Func<ControllerContext, object, ValueTask>? CreateAsyncReleaser(ControllerActionDescriptor descriptor) =>
            own.CreateAsyncReleaser(descriptor);
    }
}
