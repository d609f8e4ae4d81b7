using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AssistPortal.UnitTests.Texts;

/// <summary>The portal's real words, as pages and mails get them.</summary>
internal static class Localizers
{
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    public static IStringLocalizer<T> Of<T>() => Services.GetRequiredService<IStringLocalizer<T>>();
}
