using System.Reflection;
using AssistPortal.Assist;
using AssistPortal.Data;
using AssistPortal.Mail;
using AssistPortal.Trials;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>The floors of the house.</summary>
internal static class Assemblies
{
    public static readonly Assembly Data = typeof(PortalDbContext).Assembly;
    public static readonly Assembly Mail = typeof(MailSetup).Assembly;
    public static readonly Assembly Assist = typeof(AssistSetup).Assembly;
    public static readonly Assembly Trials = typeof(TrialSetup).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;

    public static readonly IReadOnlyList<Assembly> BelowWeb = [Data, Mail, Assist, Trials];

    public static IEnumerable<Type> Controllers =>
        Web.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(Microsoft.AspNetCore.Mvc.ControllerBase)) && !type.IsAbstract);

    /// <summary>Public methods that a request may call.</summary>
    public static IEnumerable<MethodInfo> Actions(Type controller) =>
        controller.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType!.Assembly == Web);
}
