using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Accounts;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.IntegrationTests.Errors;

public sealed class ValidatorTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public void Validators_are_there_to_be_called_and_never_called_by_themselves()
    {
        var validator = portal.Services.GetRequiredService<IValidator<SignInInput>>();
        Assert.Same(validator, portal.Services.GetRequiredService<IValidator<SignInInput>>());
        var automatic = portal.Services.GetRequiredService<IOptions<MvcOptions>>().Value.ModelValidatorProviders
            .Select(provider => provider.GetType())
            .Append(portal.Services.GetRequiredService<IObjectModelValidator>().GetType());
        Assert.DoesNotContain(
            automatic, type => type.Namespace!.StartsWith("FluentValidation", StringComparison.Ordinal));
    }
}
