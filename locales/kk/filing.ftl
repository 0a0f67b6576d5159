# Check your answers, filing, receipt, tracking
