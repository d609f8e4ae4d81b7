using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Reminders;

internal static class RemindersSetup
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddOptions<ReminderOptions>()
            .BindConfiguration("Ordering")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddScoped<OrderReminders>()
            .AddScoped<ReminderBatch>()
            .AddHostedService<ReminderWorker>();
    }
}
