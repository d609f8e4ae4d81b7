using System.Text.Encodings.Web;
using System.Text.Unicode;
using AssistPortal.Web.Features;
using AssistPortal.Web.Features.Errors;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace AssistPortal.Web.Composition;

internal static class WebSetup
{
    private static readonly AssemblyScanner.AssemblyScanResult[] Validators =
    [
        .. AssemblyScanner.FindValidatorsInAssembly(typeof(Program).Assembly, includeInternalTypes: true)
            .Where(found => !found.ValidatorType.IsNested),
    ];

    /// <summary>MVC with what every feature relies on: views beside controllers, languages, tokens, bounds.</summary>
    public static IServiceCollection AddPortalWeb(this IServiceCollection services)
    {
        var views = new FeatureViews();
        services.AddControllersWithViews(options =>
        {
            options.Conventions.Add(views);
            options.Conventions.Add(new RouteParameters());
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add(new NotedTokenFailure());
            options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();

            // More than a request can name: reaching it would be an exception.
            options.MaxModelBindingCollectionSize = 5000;
        });
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationExpanders.Add(views);
        });
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(options =>
        {
            // The most has a week of hours, three for each row: see HoursInput.MostRows.
            options.ValueCountLimit = 300;
            options.ValueLengthLimit = FormLimits.MostBytes;
            options.BufferBodyLengthLimit = FormLimits.MostBytes;
            options.MultipartBodyLengthLimit = FormLimits.MostUploadBytes;
        });
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = FormLimits.MostBytes;
        });
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddResponseCompression(options =>
        {
            // Tokens in pages are masked anew for each response, so compressing them tells nothing (BREACH).
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = true;
        });
        return services.WithoutApiBehavior().AddValidators().AddShared().AddFeatures();
    }

    /// <summary>
    /// No controller here is an API's, and asking that of each reads all attributes of the assembly, with one for each
    /// view: a tenth of the start.
    /// </summary>
    private static IServiceCollection WithoutApiBehavior(this IServiceCollection services)
    {
        var behavior = services.Single(
            service => service.ImplementationType?.Name == "ApiBehaviorApplicationModelProvider");
        services.Remove(behavior);
        return services;
    }

    /// <summary>
    /// Each of the assembly, to be called by the page that uses it; those within others are made by them.
    /// </summary>
    private static IServiceCollection AddValidators(this IServiceCollection services)
    {
        foreach (var found in Validators)
        {
            services.AddSingleton(found.ValidatorType).AddSingleton(found.InterfaceType, found.ValidatorType);
        }

        return services;
    }
}
