using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace AssistPortal.UnitTests.Architecture;

public sealed class ControllerTests
{
    private const int MostLines = 150;

    /// <summary>
    /// Pages that write all the same: step 3 renews the producer's hold, which changes nothing for the host.
    /// </summary>
    private static readonly string[] Renewing = ["EventInformationController.Form"];

    /// <summary>Posted forms that write nothing.</summary>
    private static readonly string[] Harmless =
    [
        "ChoiceController.Export", "ConvertController.Choose", "ManageController.AccessEnded",
        "NewOrderController.LeavePage", "PasskeySignInController.Options", "PasskeysController.Options",
        "PreferencesController.SetTheme",
        "SessionEndedController.Ask", "SingleSignOnController.Ask", "SitesController.Test", "UpdateController.Leave",
        "UpdateMeetingController.Leave",
        "WaitController.LeavePage",
    ];

    /// <summary>Actions that no antiforgery token can guard, each with its reason where it stands.</summary>
    private static readonly string[] WithoutToken = ["ErrorsController.Show", "SessionEndedController.Ask"];

    [Fact]
    public void Controllers_are_sealed_and_live_in_a_feature()
    {
        Assert.NotEmpty(Assemblies.Controllers);
        Assert.All(Assemblies.Controllers, controller =>
        {
            Assert.True(controller.IsSealed, controller.Name);
            Assert.StartsWith("AssistPortal.Web.Features.", controller.Namespace, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Controllers_have_at_most_150_lines() => Assert.Empty(
        Repository.Sources("Controller.cs")
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void Every_action_says_by_which_verb_it_is_reached() => Assert.All(Actions(), action =>
    {
        var verbs = action.GetCustomAttributes<HttpMethodAttribute>()
            .SelectMany(attribute => attribute.HttpMethods)
            .ToList();
        Assert.True(
            NameOf(action) == "ErrorsController.Show" ? verbs.Count == 0 : verbs is ["GET"] or ["POST"],
            NameOf(action));
    });

    [Fact]
    public void Every_action_that_changes_something_is_a_POST() => Assert.Equal(
        Renewing,
        Actions().Where(action => !IsPost(action) && ChangeReader.WritesOf(action).Count > 0)
            .Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void The_reading_of_calls_sees_what_a_POST_changes()
    {
        var harmless = Actions()
            .Where(action => IsPost(action) && ChangeReader.WritesOf(action).Count == 0)
            .Select(NameOf)
            .ToList();

        Assert.Empty(harmless.Except(Harmless, StringComparer.Ordinal));
        Assert.Empty(Harmless.Except(harmless, StringComparer.Ordinal));
    }

    [Fact]
    public void Only_actions_that_cant_have_a_token_do_without() => Assert.Equal(
        WithoutToken,
        Actions().Where(action => action.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null
                || action.DeclaringType!.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null)
            .Select(NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_but_input_models_and_simple_values_is_bound() => Assert.All(
        from action in Actions()
        from parameter in action.GetParameters()
        select (Action: action, Parameter: parameter),
        item => Assert.True(
            IsBindable(item.Parameter.ParameterType),
            $"{NameOf(item.Action)}: {item.Parameter.ParameterType.Name} {item.Parameter.Name}"));

    [Fact]
    public void Input_models_hold_what_was_typed_and_nothing_else()
    {
        var inputs = Assemblies.Web.GetTypes().Where(IsInput).ToList();

        Assert.NotEmpty(inputs);
        Assert.All(inputs, input => Assert.All(
            input.GetProperties().Where(property => property.CanWrite),
            property => Assert.True(property.PropertyType == typeof(string), $"{input.Name}.{property.Name}")));
    }

    [Fact]
    public void Whoever_is_not_signed_in_is_let_in_by_name_only() => Assert.Equal(
        [
            "AccessLinkController", "CancelController", "CustomerInvoicesController", "ErrorsController",
            "FeedsController", "FirstAdministratorController", "ForgottenPasswordController", "GuideController",
            "HomeController", "LinksController", "ManageController", "MessagesController",
            "PasskeySignInController", "PreferencesController",
            "SessionEndedController", "SetPasswordController", "SignInCodeController", "SignInController",
            "SingleSignOnController",
            "UpdateConfirmationController", "UpdateController", "UpdateMeetingController",
        ],
        Actions().Where(action => action.GetCustomAttribute<AllowAnonymousAttribute>() is not null
                || action.DeclaringType!.GetCustomAttribute<AllowAnonymousAttribute>() is not null)
            .Select(action => action.DeclaringType!.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));

    private static IEnumerable<MethodInfo> Actions() => Assemblies.Controllers.SelectMany(Assemblies.Actions);

    private static string NameOf(MethodInfo action) => $"{action.DeclaringType!.Name}.{action.Name}";

    private static bool IsPost(MethodInfo action) => action.GetCustomAttribute<HttpPostAttribute>() is not null;

    private static bool IsInput(Type type) =>
        type.IsClass && type.Namespace?.StartsWith("AssistPortal.Web", StringComparison.Ordinal) == true
        && type.Name.EndsWith("Input", StringComparison.Ordinal);

    private static bool IsBindable(Type type)
    {
        var simple = Nullable.GetUnderlyingType(type) ?? type;
        return simple.IsPrimitive
            || simple == typeof(string)
            || simple == typeof(Guid)
            || simple == typeof(CancellationToken)
            || IsInput(simple);
    }
}
