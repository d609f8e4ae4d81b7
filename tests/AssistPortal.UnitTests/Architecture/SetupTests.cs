using System.Reflection;
using AssistPortal.Data;
using AssistPortal.Data.Composition;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>
/// Each folder registers what lies in it, in a class named for it; floors and the whole only call those.
/// </summary>
public sealed class SetupTests
{
    private static readonly IReadOnlyList<Setup> Setups =
    [
        .. Assemblies.BelowWeb.Append(Assemblies.Web)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Setup", StringComparison.Ordinal)
                && type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public).Where(AddsServices))
            .Select(method => new Setup(method)),
    ];

    [Fact]
    public void A_folder_registers_nothing_of_another() => Assert.All(
        Setups.Where(setup => setup.IsOfFolder),
        setup => Assert.All(
            setup.Registered,
            type => Assert.True(
                $"{type.Namespace}.".StartsWith($"{setup.Folder}.", StringComparison.Ordinal),
                $"{setup.Folder} registers {type}")));

    [Fact]
    public void Whatever_is_registered_lies_in_a_folder_that_registers_itself() => Assert.All(
        Setups.SelectMany(setup => setup.Registered).Distinct(),
        type => Assert.True(
            Setups.Any(setup => setup.Folder == type.Namespace), $"{type.Namespace} has no setup, but {type.Name}"));

    [Fact]
    public void Services_with_internal_parts_are_added_in_one_way() => Assert.All(
        Setups.SelectMany(setup => setup.Descriptors).Where(HasNoPublicConstructor),
        descriptor => Assert.Equal(
            typeof(ComposedServices), descriptor.ImplementationFactory?.Method.DeclaringType?.DeclaringType));

    private static bool AddsServices(MethodInfo method) =>
        method.ReturnType == typeof(IServiceCollection)
            && !method.IsGenericMethod
            && method.GetParameters() is [{ ParameterType: var first }, .. var others]
            && first == typeof(IServiceCollection)
            && others.All(other => other.ParameterType == typeof(string));

    private static bool HasNoPublicConstructor(ServiceDescriptor descriptor) =>
        descriptor is { ServiceType: { IsClass: true, IsAbstract: false } type, ImplementationInstance: null }
            && Setup.IsOurs(type)
            && type.GetConstructors().Length == 0;

    private sealed class Setup
    {
        private readonly Assembly assembly;

        public Setup(MethodInfo method)
        {
            assembly = method.DeclaringType!.Assembly;
            Folder = method.DeclaringType.Namespace!;
            ServiceCollection services = [];
            method.Invoke(null, [services, .. method.GetParameters().Skip(1).Select(_ => "unused")]);
            Descriptors = [.. services];
        }

        public string Folder { get; }

        /// <summary>Whether it is not that of a whole floor, which calls those of its folders.</summary>
        public bool IsOfFolder =>
            Folder != assembly.GetName().Name && !Folder.EndsWith(".Composition", StringComparison.Ordinal);

        public IReadOnlyList<ServiceDescriptor> Descriptors { get; }

        /// <summary>
        /// What it registers of its own assembly, but for validators, for which the assembly is searched.
        /// </summary>
        public IEnumerable<Type> Registered => Descriptors
            .Select(descriptor => descriptor.ImplementationType ?? descriptor.ServiceType)
            .Where(type => type.Assembly == assembly
                && type is { IsClass: true, IsGenericType: false, DeclaringType: null })
            .Where(type => type != typeof(PortalDbContext) && !type.IsAssignableTo(typeof(IValidator)));

        public static bool IsOurs(Type type) =>
            type.Assembly.GetName().Name!.StartsWith(nameof(AssistPortal), StringComparison.Ordinal);
    }
}
