using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.SignIn;

internal static class SignInSetup
{
    public static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddScoped<KnownDevices>()
        .AddScoped<SignInLimits>()
        .AddScoped<PasswordRequests>()
        .AddScoped<SecurityLog>();
}
